package dev.earshot.query.ledger;

import dev.earshot.api.refusal.Refused;
import dev.earshot.query.fold.Positions;
import dev.earshot.query.ledger.Balances.Known;
import dev.earshot.query.ledger.chart.Code;
import dev.earshot.query.ledger.chart.Holder;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What may be asked of the ledger, and what it cannot answer. */
@Component
class Ledger {
    private static final String VIEW = "ledger-view";

    private final Balances balances;
    private final Positions positions;

    Ledger(Balances balances, Positions positions) {
        this.balances = balances;
        this.positions = positions;
    }

    /** How far the books are kept: the position up to which every fact is posted. */
    long known() {
        return positions.of(VIEW);
    }

    /** The moment that is asked about, if the books can tell of it. */
    Moment moment(Optional<Instant> at, Optional<Long> position) throws Refused {
        Moment moment = Moment.of(at, position);
        if (moment.position().isPresent()) {
            refuseUnlessKnown(moment.position().get());
        }
        if (moment.at().isPresent()) {
            refuseIfBeforeAll(moment.at().get());
        }
        return moment;
    }

    /** The account of the chart that is named so. */
    Code code(String name) throws Refused {
        return Code.called(name)
                .orElseThrow(() -> LedgerRefusal.LEDGER_ACCOUNT_UNKNOWN.of(
                        "there is no account %s; GET /v1/ledger/accounts lists them", name));
    }

    /** The one sub-account that is meant; empty if nothing was ever posted there. */
    Optional<Known> account(Code code, Optional<String> owner, Optional<Currency> currency) throws Refused {
        if (code.holder() != Holder.NOBODY && owner.isEmpty()) {
            throw LedgerRefusal.LEDGER_OWNER_NEEDED.at(
                    "owner", "must tell whose: every " + code.holder() + " has an account " + code + " of their own");
        }
        if (code.holder() == Holder.NOBODY && owner.isPresent()) {
            throw LedgerRefusal.LEDGER_OWNER_UNEXPECTED.at("owner", "must be absent: " + code + " is nobody's");
        }
        List<Known> accounts = balances.accounts(code, owner.orElse("")).stream()
                .filter(account -> currency.map(Currency::getCurrencyCode)
                        .map(account.currency()::equals)
                        .orElse(true))
                .toList();
        if (accounts.size() > 1) {
            throw LedgerRefusal.LEDGER_CURRENCY_NEEDED.at(
                    "currency",
                    "must be one of "
                            + accounts.stream().map(Known::currency).toList()
                            + ", for amounts of several currencies are never added up");
        }
        return accounts.stream().findFirst();
    }

    private void refuseUnlessKnown(long position) throws Refused {
        if (position < 1) {
            throw LedgerRefusal.LEDGER_NOT_BEGUN.at("position", "must be at least 1, where the log begins");
        }
        long known = known();
        if (position > known) {
            throw LedgerRefusal.LEDGER_POSITION_AHEAD.at(
                    "position", "must be at most " + known + ", as far as the books are kept");
        }
    }

    private void refuseIfBeforeAll(Instant at) throws Refused {
        Instant beginning = balances.beginning().stream()
                .findFirst()
                .orElseThrow(() -> LedgerRefusal.LEDGER_NOT_BEGUN.of("nothing was ever posted"));
        if (at.isBefore(beginning)) {
            throw LedgerRefusal.LEDGER_NOT_BEGUN.at("at", "must not be before " + beginning + ", when the books begin");
        }
    }
}
