package dev.earshot.query.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import dev.earshot.query.ledger.Balances.Known;
import dev.earshot.query.ledger.Balances.Total;
import dev.earshot.query.ledger.chart.Code;
import dev.earshot.query.ledger.chart.Holder;
import dev.earshot.query.ledger.chart.Kind;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The double-entry ledger, for finance. */
@RestController
@RequestMapping("/v1/ledger")
@PreAuthorize("hasAnyRole('FINANCE', 'SUPERADMIN')")
class LedgerController {
    private final Ledger ledger;
    private final Balances balances;
    private final Lines lines;

    LedgerController(Ledger ledger, Balances balances, Lines lines) {
        this.ledger = ledger;
        this.balances = balances;
        this.lines = lines;
    }

    /** The chart of accounts. */
    @Operation(summary = "List the chart of accounts: what each is for and whose sub-accounts it has")
    @GetMapping("/accounts")
    ChartReply chart() {
        return new ChartReply(Arrays.stream(Code.values()).map(AccountReply::of).toList());
    }

    /** What every account stands at; debits and credits of each currency are equal. */
    @Operation(summary = "Tell what every account stands at, now or as of a time or a position of the log")
    @GetMapping("/trial-balance")
    TrialBalanceReply trialBalance(
            @Parameter(example = "USD") @RequestParam Optional<Currency> currency,
            @Parameter(description = "All that had happened by then, by the time that facts themselves tell")
                    @RequestParam
                    Optional<Instant> at,
            @Parameter(description = "All that the log tells up to here") @RequestParam Optional<Long> position)
            throws Refused {
        long known = ledger.known();
        var totals = balances.totals(ledger.moment(at, position)).stream()
                .filter(total -> currency.map(Currency::getCurrencyCode)
                        .map(total.currency()::equals)
                        .orElse(true))
                .filter(total -> total.amount() != 0)
                .toList();
        return TrialBalanceReply.of(totals, known);
    }

    /** What one account stands at. */
    @Operation(summary = "Tell what an account stands at, now or as of a time or a position of the log")
    @GetMapping("/accounts/{code}/balance")
    BalanceReply balance(
            @Parameter(example = "MEMBER_CASH") @PathVariable String code,
            @Parameter(
                            description = "Whose: the id of a member's account or of a listener, or a provider's name;"
                                    + " all of them together when absent")
                    @RequestParam
                    Optional<String> owner,
            @Parameter(example = "USD") @RequestParam Optional<Currency> currency,
            @RequestParam Optional<Instant> at,
            @RequestParam Optional<Long> position)
            throws Refused {
        Code account = ledger.code(code);
        long known = ledger.known();
        Moment moment = ledger.moment(at, position);
        if (owner.isPresent()) {
            Optional<Known> one = ledger.account(account, owner, currency);
            List<Money> amounts = one.stream()
                    .map(found -> money(account, found.currency(), balances.balance(found, moment)))
                    .toList();
            return new BalanceReply(account, account.number(), owner.get(), amounts, known);
        }
        List<Money> amounts = balances.totals(moment).stream()
                .filter(total -> total.code() == account)
                .filter(total -> currency.map(Currency::getCurrencyCode)
                        .map(total.currency()::equals)
                        .orElse(true))
                .map(total -> money(account, total.currency(), total.amount()))
                .toList();
        return new BalanceReply(account, account.number(), null, amounts, known);
    }

    /** Everything that was posted to one account, newest first, with its balance right after it. */
    @Operation(summary = "List what was posted to an account, newest first, with the running balance")
    @GetMapping("/accounts/{code}/entries")
    Page<StatementLine> statement(
            @Parameter(example = "MEMBER_CASH") @PathVariable String code,
            @RequestParam Optional<String> owner,
            @Parameter(example = "USD") @RequestParam Optional<Currency> currency,
            @Valid PageRequest page)
            throws Refused {
        long before = page.before();
        Optional<Known> account = ledger.account(ledger.code(code), owner, currency);
        return account.isEmpty() ? new Page<>(List.of(), null) : lines.of(account.get(), page, before);
    }

    /** The balanced entry of one fact. */
    @Operation(summary = "Show what the fact at a position of the log posted")
    @GetMapping("/entries/{position}")
    EntryReply entry(@Parameter(example = "1") @PathVariable long position) throws Refused {
        List<StatementLine> posted = lines.of(position);
        if (posted.isEmpty()) {
            throw LedgerRefusal.LEDGER_ENTRY_UNKNOWN.of(
                    "nothing was posted for position %d; the books are kept up to %d", position, ledger.known());
        }
        StatementLine first = posted.get(0);
        return new EntryReply(first.position(), first.eventId(), first.fact(), first.at(), posted);
    }

    private static Money money(Code code, String currency, long debitLessCredit) {
        return Money.of(code.kind().usual(debitLessCredit), currency);
    }

    record ChartReply(List<AccountReply> items) {}

    /** @param holder whose sub-accounts it has; {@code NOBODY} for an account without any */
    @Schema(name = "LedgerAccount")
    record AccountReply(Code code, int number, Kind kind, Holder holder, String text) {
        static AccountReply of(Code code) {
            return new AccountReply(code, code.number(), code.kind(), code.holder(), code.text());
        }
    }

    /**
     * @param currencies the sums, which are equal in every currency
     * @param knownTo the position up to which every fact is posted
     */
    @Schema(name = "TrialBalance")
    record TrialBalanceReply(List<BalanceLine> items, List<SumLine> currencies, long knownTo) {
        static TrialBalanceReply of(List<Total> totals, long knownTo) {
            var items = totals.stream().map(BalanceLine::of).toList();
            var currencies = totals.stream()
                    .map(Total::currency)
                    .distinct()
                    .sorted()
                    .map(currency -> SumLine.of(currency, items))
                    .toList();
            return new TrialBalanceReply(items, currencies, knownTo);
        }
    }

    /** One of debit and credit is zero. */
    @Schema(name = "TrialBalanceLine")
    record BalanceLine(Code code, int number, Money debit, Money credit) {
        static BalanceLine of(Total total) {
            return new BalanceLine(
                    total.code(),
                    total.code().number(),
                    Money.of(Math.max(0, total.amount()), total.currency()),
                    Money.of(Math.max(0, -total.amount()), total.currency()));
        }
    }

    @Schema(name = "TrialBalanceSum")
    record SumLine(Money debits, Money credits, boolean balanced) {
        static SumLine of(String currency, List<BalanceLine> items) {
            Money zero = Money.of(0, currency);
            var ofCurrency = items.stream()
                    .filter(item -> item.debit().currency().equals(zero.currency()))
                    .toList();
            Money debits = ofCurrency.stream().map(BalanceLine::debit).reduce(zero, Money::plus);
            Money credits = ofCurrency.stream().map(BalanceLine::credit).reduce(zero, Money::plus);
            return new SumLine(debits, credits, debits.equals(credits));
        }
    }

    /**
     * @param owner absent where the balance is that of all owners together
     * @param balances positive on the account's usual side; one for each currency, none if nothing was ever posted
     */
    @Schema(name = "LedgerBalance")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BalanceReply(Code code, int number, String owner, List<Money> balances, long knownTo) {}

    @Schema(name = "LedgerEntry")
    record EntryReply(long position, String eventId, String fact, String at, List<StatementLine> lines) {}
}
