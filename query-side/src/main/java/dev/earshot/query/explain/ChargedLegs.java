package dev.earshot.query.explain;

import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Leg;
import dev.earshot.api.pricing.Payout;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.query.explain.Detail.ChargedLeg;
import java.util.ArrayList;
import java.util.List;

/** Puts each charge of a capture beside the leg it was made for: charges come in the order of the legs begun. */
final class ChargedLegs {
    private ChargedLegs() {}

    static List<ChargedLeg> of(HoldCaptured captured) {
        List<ChargedLeg> legs = new ArrayList<>();
        for (Charge charge : captured.charges()) {
            legs.add(leg(captured.grant().legs().get(legs.size()), charge));
        }
        return legs;
    }

    private static ChargedLeg leg(Leg leg, Charge charge) {
        var tariff = leg.tariff();
        var payout = tariff.payout();
        boolean share = payout.kind() == Payout.Kind.SHARE;
        return new ChargedLeg(
                charge.pocket(),
                charge.lot(),
                charge.unit(),
                leg.fromSecond(),
                charge.seconds(),
                tariff.units(),
                tariff.perSeconds(),
                charge.charged(),
                share ? payout.amount() : null,
                charge.fee(),
                share ? null : payout.amount(),
                charge.earned());
    }
}
