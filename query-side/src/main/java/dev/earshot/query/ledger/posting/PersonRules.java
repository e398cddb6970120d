package dev.earshot.query.ledger.posting;

import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.person.PersonEvent.AccountErased;
import dev.earshot.api.person.PersonEvent.TextsKept;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.query.ledger.chart.Account;
import dev.earshot.query.ledger.chart.Code;
import java.util.List;

/**
 * What erased people give up is owed to nobody any more. No wallet and no earnings change by an erasure, so their accounts
 * stay as they are, and {@link Code#GIVEN_UP} takes off what is not owed; packs lose what is left of their price.
 */
final class PersonRules {
    private PersonRules() {}

    static void into(Rules rules) {
        rules.nothing(TextsKept.class)
                .post(
                        AccountErased.class,
                        AccountErased::at,
                        fact -> List.of(WalletRules.key(WalletId.of(fact.accountId()))),
                        PersonRules::erased);
    }

    private static void erased(AccountErased fact, Sheet sheet) {
        for (Money amount : fact.forfeited()) {
            sheet.move(
                    Account.of(Code.GIVEN_UP, fact.accountId(), amount.currency()),
                    Account.of(Code.BREAKAGE, amount.currency()),
                    amount.minor());
        }
        WalletId wallet = WalletId.of(fact.accountId());
        Parcels packs = sheet.recall(wallet, Parcels.NONE);
        for (Pocket pocket : List.of(Pocket.TOKENS, Pocket.MOMENTS)) {
            Deferred.recognise(sheet, wallet, pocket, packs, Parcels.NONE, Code.BREAKAGE);
        }
    }
}
