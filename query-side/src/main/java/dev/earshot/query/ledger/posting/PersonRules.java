package dev.earshot.query.ledger.posting;

import dev.earshot.api.id.MembershipId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.person.PersonEvent.AccountErased;
import dev.earshot.api.person.PersonEvent.TextsKept;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.query.ledger.chart.Account;
import dev.earshot.query.ledger.chart.Code;
import dev.earshot.query.ledger.entry.Memory.Estate;
import dev.earshot.query.ledger.entry.Parcels;
import dev.earshot.query.ledger.entry.Rules;
import dev.earshot.query.ledger.entry.Sheet;
import java.util.List;
import java.util.Map;

/**
 * What erased people give up is owed to nobody any more. No wallet and no earnings change by an erasure, so their accounts
 * stay as they are, and {@link Code#GIVEN_UP} takes off what is not owed; packs lose what is left of their price, and so does
 * credit for dues that will never come. What comes later is looked after by {@link Estates}.
 */
final class PersonRules {
    private PersonRules() {}

    static void into(Rules rules) {
        rules.nothing(TextsKept.class)
                .post(AccountErased.class, AccountErased::at, PersonRules::keys, PersonRules::erased);
    }

    private static List<String> keys(AccountErased fact) {
        return List.of(
                WalletRules.key(WalletId.of(fact.accountId())),
                MembershipId.of(fact.accountId()).value(),
                Estates.key(fact.accountId()));
    }

    private static void erased(AccountErased fact, Sheet sheet) {
        Estate estate = new Estate(true, Map.of());
        for (Money amount : fact.forfeited()) {
            sheet.move(
                    Account.of(Code.GIVEN_UP, fact.accountId(), amount.currency()),
                    Account.of(Code.BREAKAGE, amount.currency()),
                    amount.minor());
            estate = estate.with(amount.currency().getCurrencyCode(), amount.minor());
        }
        WalletId wallet = WalletId.of(fact.accountId());
        Parcels packs = sheet.recall(wallet, Parcels.NONE);
        for (Pocket pocket : List.of(Pocket.TOKENS, Pocket.MOMENTS)) {
            Deferred.recognise(sheet, wallet, pocket, packs, Parcels.NONE, Code.BREAKAGE);
        }
        DuesRules.giveUpCredit(MembershipId.of(fact.accountId()), sheet);
        sheet.remember(Estates.key(fact.accountId()), estate);
    }
}
