package dev.earshot.query.ledger.posting;

import dev.earshot.api.id.WalletId;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.query.ledger.chart.Account;
import dev.earshot.query.ledger.chart.Code;
import dev.earshot.query.ledger.entry.Parcel;
import dev.earshot.query.ledger.entry.Parcels;
import dev.earshot.query.ledger.entry.Sheet;
import java.util.Currency;
import java.util.stream.Stream;

/** The price of packs that are not used up. */
final class Deferred {
    private Deferred() {}

    /** Where the price of unused packs of this pocket is. */
    static Code of(Pocket pocket) {
        return pocket == Pocket.TOKENS ? Code.DEFERRED_TOKENS : Code.DEFERRED_MOMENTS;
    }

    /** What talk that uses up packs of this pocket is revenue of. */
    static Code revenueOf(Pocket pocket) {
        return pocket == Pocket.TOKENS ? Code.TOKEN_REVENUE : Code.MOMENT_REVENUE;
    }

    /** Recognises what a change of a wallet's packs has made of their prices, and remembers the change. */
    static void recognise(Sheet sheet, WalletId wallet, Pocket pocket, Parcels before, Parcels after, Code as) {
        Stream.concat(before.parcels().stream(), after.parcels().stream())
                .map(Parcel::currency)
                .distinct()
                .map(Currency::getInstance)
                .forEach(currency -> sheet.move(
                        Account.of(of(pocket), wallet, currency),
                        Account.of(as, currency),
                        before.deferred(pocket, currency.getCurrencyCode())
                                - after.deferred(pocket, currency.getCurrencyCode())));
        sheet.remember(wallet, after);
    }
}
