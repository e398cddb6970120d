package dev.earshot.query.earnings;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.earnings.Coins;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.web.Caller;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A listener's coins, and every fact that moved one. */
@RestController
class StatementController {
    private final EarningsReader earnings;

    StatementController(EarningsReader earnings) {
        this.earnings = earnings;
    }

    /** Where the caller's coins are: earned + bonuses - penalties - clawbacks = pending + available + inPayout + paidOut. */
    @Operation(summary = "Tell what was earned, waits, may be paid out, is being paid and was paid")
    @GetMapping("/v1/me/earnings")
    @PreAuthorize("hasRole('LISTENER')")
    CoinsReply coins(Caller caller, @Parameter(example = "USD") @RequestParam Optional<Currency> currency)
            throws Refused {
        Currency told = earnings.currency(caller.listenerId(), currency);
        var all = earnings.earnings(caller.listenerId());
        var currencies = all.stream().map(EarningsState::currency).sorted().toList();
        return all.stream()
                .filter(known -> known.currency().equals(told.getCurrencyCode()))
                .findFirst()
                .map(known -> CoinsReply.of(known.coins(), told, currencies, known.position()))
                .orElseGet(() -> CoinsReply.of(Coins.NONE, told, currencies, 0));
    }

    /** Every fact that moved a coin, newest first, with the balances right after it. */
    @Operation(summary = "List everything that changed the earnings, to the coin, newest first")
    @GetMapping("/v1/me/earnings/statement")
    @PreAuthorize("hasRole('LISTENER')")
    Page<LineReply> statement(Caller caller, @Valid PageRequest page) throws Refused {
        return earnings.statement(caller.listenerId(), page).map(LineReply::of);
    }

    /** The same of anybody, for those who impose penalties and reverse them. */
    @GetMapping("/v1/admin/listeners/{listenerId}/statement")
    @PreAuthorize("hasAnyRole('SUPERVISOR', 'ADMIN')")
    @Operation(
            operationId = "getListenersStatement",
            summary =
                    "List everything that changed a listener's earnings, penalties and their reasons too, newest first")
    Page<LineReply> statementOf(
            @Parameter(example = "lis_7f3kq2v9x1") @PathVariable ListenerId listenerId, @Valid PageRequest page)
            throws Refused {
        return earnings.statement(listenerId, page).map(LineReply::of);
    }

    /**
     * @param earned credited for calls, ever
     * @param bonuses credited for activity, ever
     * @param penalties taken and not given back
     * @param clawbacks taken back after lost disputes
     * @param pending credited, and held before it becomes available
     * @param available can be paid out; below zero while more was taken than was there
     * @param currencies all in which anything was ever earned; each has coins of its own
     * @param position the last fact of the log this answer knows of; compare it with the ids of the stream
     */
    @Schema(name = "CoinsReply")
    record CoinsReply(
            String currency,
            Money earned,
            Money bonuses,
            Money penalties,
            Money clawbacks,
            Money pending,
            Money available,
            Money inPayout,
            Money paidOut,
            List<String> currencies,
            long position) {
        static CoinsReply of(Coins coins, Currency currency, List<String> currencies, long position) {
            return new CoinsReply(
                    currency.getCurrencyCode(),
                    new Money(coins.earned(), currency),
                    new Money(coins.bonuses(), currency),
                    new Money(coins.penalties(), currency),
                    new Money(coins.clawedBack(), currency),
                    new Money(coins.pending(), currency),
                    new Money(coins.available(), currency),
                    new Money(coins.inPayout(), currency),
                    new Money(coins.paidOut(), currency),
                    currencies,
                    position);
        }
    }

    /**
     * One line of the statement.
     *
     * @param kind what happened, and with it where the amount went from and to
     * @param reference the call, penalty or payout it is about; absent for what matured
     * @param reason why a supervisor took it; absent for everything else
     */
    @Schema(name = "StatementLine")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record LineReply(
            long position,
            EntryKind kind,
            String reference,
            String reason,
            Money amount,
            Money pending,
            Money available,
            Money inPayout,
            Money paidOut,
            Instant at) {
        static LineReply of(EarningsEntry entry) {
            var currency = Currency.getInstance(entry.currency());
            return new LineReply(
                    entry.position(),
                    entry.kind(),
                    entry.reference(),
                    entry.reason(),
                    new Money(entry.amount(), currency),
                    new Money(entry.after().pending(), currency),
                    new Money(entry.after().available(), currency),
                    new Money(entry.after().inPayout(), currency),
                    new Money(entry.after().paidOut(), currency),
                    entry.at());
        }
    }
}
