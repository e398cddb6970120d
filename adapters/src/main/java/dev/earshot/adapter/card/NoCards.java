package dev.earshot.adapter.card;

import dev.earshot.adapter.card.CardOperation.Authorize;
import dev.earshot.adapter.card.CardOperation.Capture;
import dev.earshot.adapter.card.CardOperation.Release;
import dev.earshot.adapter.card.CardOperation.Save;
import dev.earshot.adapter.card.CardOperation.Watch;
import dev.earshot.adapter.card.CardReply.Declined;
import dev.earshot.adapter.card.CardReply.Done;
import dev.earshot.adapter.card.CardReply.NotCaptured;
import dev.earshot.adapter.card.CardReply.ProviderCard;
import dev.earshot.api.card.CaptureFailure;
import dev.earshot.api.card.CardDecline;

/** Stands in for a payment provider that takes no cards for calls: whatever is asked, the answer is no. */
final class NoCards implements CardProvider {
    @Override
    public String name() {
        return "none";
    }

    @Override
    public CardReply save(Save wish, Asked asked) {
        return new Declined(CardDecline.PAYMENT_REFUSED);
    }

    @Override
    public CardReply authorize(Authorize wish, ProviderCard card, Asked asked) {
        return new Declined(CardDecline.PAYMENT_REFUSED);
    }

    @Override
    public CardReply capture(Capture wish, Asked asked) {
        return new NotCaptured(CaptureFailure.REFUSED);
    }

    @Override
    public CardReply release(Release wish, Asked asked) {
        return new Done();
    }

    @Override
    public CardReply forget(ProviderCard card) {
        return new Done();
    }

    @Override
    public CardReply watch(Watch wish) {
        return new CardReply.Lapsed();
    }
}
