package dev.earshot.query.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.call.EndReason;
import dev.earshot.api.call.Media;
import dev.earshot.api.call.PayWith;
import dev.earshot.api.call.RefuseReason;
import dev.earshot.api.card.CardDecline;
import dev.earshot.api.id.CardId;
import dev.earshot.api.id.PriceListId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.Leg;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.pricing.Terms;
import dev.earshot.api.pricing.Unit;
import dev.earshot.api.wallet.HoldDecline;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

/** The figures of one step. */
sealed interface Detail {
    record Nothing() implements Detail {}

    /** The house's prices, in force from then on. */
    record Prices(PriceListId priceListId, PriceList prices, Instant from) implements Detail {}

    record Consent(Media media, PayWith payWith, Terms terms) implements Detail {}

    record Refusal(RefuseReason reason) implements Detail {}

    record Held(long grantedSeconds, List<HeldLeg> legs) implements Detail {
        static Held of(Grant grant) {
            return new Held(
                    grant.seconds(), grant.legs().stream().map(HeldLeg::of).toList());
        }
    }

    /** Why nothing was set aside. */
    record HoldRefusal(HoldDecline reason) implements Detail {}

    record Shortage(long grantedSeconds) implements Detail {}

    /** How long the call itself may last. */
    record Allowed(long grantedSeconds) implements Detail {}

    record End(EndReason reason, long billableSeconds) implements Detail {}

    record Charged(Currency currency, long talkedSeconds, List<ChargedLeg> legs) implements Detail {}

    record Credit(Money amount) implements Detail {}

    /** The member's card of this name shall pay. */
    record ChosenCard(CardId cardId) implements Detail {}

    /** An amount of one authorization of the card, named by its number. */
    record Card(int authorization, Money amount) implements Detail {}

    record CardRefused(int authorization, CardDecline reason) implements Detail {}

    /** What the card has paid: the fee stays with the platform, the rest went to the listener's account. */
    record CardCharge(int authorization, Money amount, Money fee) implements Detail {}

    record CardRelease(int authorization) implements Detail {}

    /** What refunds have given back and disputes have taken, both in all by then, and what of it the member owes. */
    record CardReversal(int authorization, Money refunded, Money disputed, Money owed) implements Detail {}

    /** {@code held} units set aside for {@code seconds} at {@code units} per {@code perSeconds}. */
    record HeldLeg(
            Pocket pocket,
            String lot,
            Unit unit,
            long fromSecond,
            long seconds,
            long units,
            long perSeconds,
            long held) {
        static HeldLeg of(Leg leg) {
            var tariff = leg.tariff();
            return new HeldLeg(
                    leg.pocket(),
                    leg.lot(),
                    tariff.unit(),
                    leg.fromSecond(),
                    leg.seconds(),
                    tariff.units(),
                    tariff.perSeconds(),
                    leg.held());
        }
    }

    /**
     * What one leg came to.
     *
     * @param feeBasisPoints the fee of a leg that pays the listener a share; absent otherwise
     * @param payoutPerMinute what a leg without a share pays the listener, minor units; absent otherwise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChargedLeg(
            Pocket pocket,
            String lot,
            Unit unit,
            long fromSecond,
            long seconds,
            long units,
            long perSeconds,
            long charged,
            Long feeBasisPoints,
            long fee,
            Long payoutPerMinute,
            long earned) {}
}
