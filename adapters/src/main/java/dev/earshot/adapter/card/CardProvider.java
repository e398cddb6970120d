package dev.earshot.adapter.card;

import dev.earshot.adapter.card.CardOperation.Authorize;
import dev.earshot.adapter.card.CardOperation.Capture;
import dev.earshot.adapter.card.CardOperation.Release;
import dev.earshot.adapter.card.CardOperation.Save;
import dev.earshot.adapter.card.CardOperation.Watch;
import dev.earshot.adapter.card.CardReply.ProviderCard;

/**
 * Whoever takes cards. The one that {@code payments.provider} names is there as a bean, if it takes cards for calls at all.
 * However often the same is asked, it is done once; what has become of it is the answer.
 */
public interface CardProvider {
    /** Its name, as in {@code payments.provider}. */
    String name();

    CardReply save(Save wish, Asked asked);

    CardReply authorize(Authorize wish, ProviderCard card, Asked asked);

    CardReply capture(Capture wish, Asked asked);

    CardReply release(Release wish, Asked asked);

    CardReply forget(ProviderCard card);

    CardReply watch(Watch wish);
}
