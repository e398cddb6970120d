package dev.earshot.query.news;

import dev.earshot.api.autotopup.AutoTopUpEvent;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpDeclined;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpPaid;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpPutOff;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpStarted;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpSuspended;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpTurnedOff;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpTurnedOn;
import java.util.List;
import java.util.function.BiFunction;

/** What the owner of a wallet hears of what is paid into it by itself. */
final class AutoTopUpNews {
    private static final String TOP_UP = "topUpId";

    private AutoTopUpNews() {}

    static void tell(Audience audience) {
        owner(
                audience,
                AutoTopUpTurnedOn.class,
                (event, shape) -> shape.with("threshold", event.threshold())
                        .with("amount", event.amount())
                        .with("method", event.method()));
        owner(audience, AutoTopUpTurnedOff.class, (event, shape) -> shape);
        owner(
                audience,
                AutoTopUpStarted.class,
                (event, shape) -> shape.with(TOP_UP, event.topUpId()).with("amount", event.amount()));
        owner(audience, AutoTopUpPaid.class, (event, shape) -> shape.with(TOP_UP, event.topUpId()));
        owner(
                audience,
                AutoTopUpDeclined.class,
                (event, shape) -> shape.with(TOP_UP, event.topUpId()).with("coolsOffUntil", event.coolsOffUntil()));
        owner(
                audience,
                AutoTopUpPutOff.class,
                (event, shape) -> shape.with("reason", event.reason()).with("until", event.until()));
        owner(audience, AutoTopUpSuspended.class, (event, shape) -> shape.with("reason", event.reason()));
    }

    private static <E extends AutoTopUpEvent> void owner(
            Audience audience, Class<E> type, BiFunction<E, Shape, Shape> details) {
        audience.tell(
                type,
                event -> List.of(details.apply(event, Shape.of(Kind.AUTO_TOP_UP, event, event.at()))
                        .to(event.autoTopUpId().walletId().accountId())));
    }
}
