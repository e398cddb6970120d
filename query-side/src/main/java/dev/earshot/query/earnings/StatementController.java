package dev.earshot.query.earnings;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.earnings.Coins;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.web.Caller;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Currency;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own coins, and every fact that moved one. */
@RestController
@RequestMapping("/v1/me/earnings")
@PreAuthorize("hasRole('LISTENER')")
class StatementController {
    private final EarningsReader earnings;

    StatementController(EarningsReader earnings) {
        this.earnings = earnings;
    }

    /** Where the caller's coins are: earned + bonuses - penalties - clawbacks = pending + available + inPayout + paidOut. */
    @Operation(summary = "Tell what was earned, waits, may be paid out, is being paid and was paid")
    @GetMapping
    CoinsReply coins(Caller caller) throws Refused {
        Currency currency = earnings.currency(caller.listenerId());
        return earnings.earnings(caller.listenerId())
                .map(known -> CoinsReply.of(known.coins(), currency, known.position()))
                .orElseGet(() -> CoinsReply.of(Coins.NONE, currency, 0));
    }

    /** Every fact that moved a coin, newest first, with the balances right after it. */
    @Operation(summary = "List everything that changed the earnings, to the coin, newest first")
    @GetMapping("/statement")
    Page<LineReply> statement(Caller caller, @Valid PageRequest page) throws Refused {
        // Entries first: whoever has one has a currency too.
        var entries = earnings.statement(caller.listenerId(), page);
        Currency currency = earnings.currency(caller.listenerId());
        return entries.map(entry -> LineReply.of(entry, currency));
    }

    /**
     * @param earned credited for calls, ever
     * @param bonuses credited for activity, ever
     * @param penalties taken and not given back
     * @param clawbacks taken back after lost disputes
     * @param pending credited, and held before it becomes available
     * @param available can be paid out; below zero while more was taken than was there
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
            long position) {
        static CoinsReply of(Coins coins, Currency currency, long position) {
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
                    position);
        }
    }

    /**
     * One line of the statement.
     *
     * @param kind what happened, and with it where the amount went from and to
     * @param reference the call, penalty or payout it is about; absent for what matured
     */
    @Schema(name = "StatementLine")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record LineReply(
            long position,
            EntryKind kind,
            String reference,
            Money amount,
            Money pending,
            Money available,
            Money inPayout,
            Money paidOut,
            Instant at) {
        static LineReply of(EarningsEntry entry, Currency currency) {
            return new LineReply(
                    entry.position(),
                    entry.kind(),
                    entry.reference(),
                    new Money(entry.amount(), currency),
                    new Money(entry.after().pending(), currency),
                    new Money(entry.after().available(), currency),
                    new Money(entry.after().inPayout(), currency),
                    new Money(entry.after().paidOut(), currency),
                    entry.at());
        }
    }
}
