package dev.earshot.query.earnings;

import dev.earshot.api.earnings.Coins;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.web.Caller;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own earnings. */
@RestController
@RequestMapping("/v1/earnings")
@PreAuthorize("hasRole('LISTENER')")
class EarningsController {
    private final EarningsReader earnings;

    EarningsController(EarningsReader earnings) {
        this.earnings = earnings;
    }

    /** What the caller has earned and is earning this second. */
    @Operation(summary = "Tell what was earned, and what is being earned this second")
    @GetMapping
    EarningsReply earnings(Caller caller, @Parameter(example = "USD") @RequestParam Optional<Currency> currency)
            throws Refused {
        Currency told = earnings.currency(caller.listenerId(), currency);
        var known = earnings.earnings(caller.listenerId()).stream()
                .filter(state -> state.currency().equals(told.getCurrencyCode()))
                .findFirst();
        return EarningsReply.of(
                told,
                earnings.accruing(caller.listenerId()),
                known.map(EarningsState::coins).orElse(Coins.NONE),
                known.map(EarningsState::position).orElse(0L));
    }

    /** What each call earned, newest first. */
    @Operation(summary = "List what was earned with which call, newest first")
    @GetMapping("/entries")
    Page<CreditReply> entries(Caller caller, @Valid PageRequest page) throws Refused {
        return earnings.credits(caller.listenerId(), page).map(CreditReply::of);
    }

    /**
     * @param accruing what the running call has earned by this second
     * @param earned everything credited for calls so far
     * @param available what can be paid out; below zero while more was taken than was there
     * @param paid what has been paid out
     * @param position the last fact of the log this answer knows of; compare it with the ids of the stream
     */
    record EarningsReply(String currency, Money accruing, Money earned, Money available, Money paid, long position) {
        static EarningsReply of(Currency currency, long accruing, Coins coins, long position) {
            return new EarningsReply(
                    currency.getCurrencyCode(),
                    new Money(accruing, currency),
                    new Money(coins.earned(), currency),
                    new Money(coins.available(), currency),
                    new Money(coins.paidOut(), currency),
                    position);
        }
    }

    /** What one call earned; {@code balance} is the total right after. */
    record CreditReply(long position, String callId, Money amount, Money balance, Instant at) {
        static CreditReply of(EarningsEntry entry) {
            var currency = Currency.getInstance(entry.currency());
            return new CreditReply(
                    entry.position(),
                    entry.reference(),
                    new Money(entry.amount(), currency),
                    new Money(entry.after().earned(), currency),
                    entry.at());
        }
    }
}
