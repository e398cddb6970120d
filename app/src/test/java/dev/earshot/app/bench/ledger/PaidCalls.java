package dev.earshot.app.bench.ledger;

import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.Leg;
import dev.earshot.api.pricing.PayPerMinute;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Tariff;
import dev.earshot.api.pricing.Terms;
import dev.earshot.api.topup.TopUpEvent.TopUpPaid;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.api.wallet.WalletEvent.TopUpCredited;
import dev.earshot.api.wallet.WalletEvent.WalletOpened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The facts by which paid calls move money; every member has ten. */
final class PaidCalls {
    static final int OF_A_MEMBER = 10;
    private static final long RATE = 250;
    private static final int FEE = 1_500;
    private static final long TALK = 90;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Terms terms = new PayPerMinute(FEE, new Grace(60, 1)).termsFor(Money.of(RATE, "USD"));
    private final Grant grant = Grant.NONE.then(Pocket.CASH, Leg.NO_LOT, 300, Tariff.perMinute(RATE, FEE));

    List<Object> ofMember(int number) {
        WalletId wallet = WalletId.of(new AccountId("acc_m" + number));
        TopUpId topUp = new TopUpId("top_m" + number);
        Money money = Money.of(100_000, "USD");
        Instant at = START.plusSeconds(number);
        List<Object> facts = new ArrayList<>();
        facts.add(new WalletOpened(wallet, money.currency(), at));
        facts.add(new TopUpPaid(topUp, wallet, money, "sbx_m" + number, at));
        facts.add(new TopUpCredited(wallet, topUp, money, at));
        for (int i = 0; i < OF_A_MEMBER; i++) {
            CallId call = new CallId("call_m" + number + "x" + i);
            EarningsId listener = new EarningsId("ear_l" + (number + i) % 5_000);
            Instant end = at.plusSeconds(100L * i);
            facts.add(new HoldPlaced(wallet, call, terms, grant, end.minusSeconds(TALK)));
            facts.add(new HoldCaptured(wallet, call, money.currency(), grant, TALK, grant.chargesAt(TALK), end));
            facts.add(new EarningsCredited(listener, call, Money.of(grant.earnedAt(TALK), "USD"), end));
        }
        return facts;
    }
}
