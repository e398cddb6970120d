package dev.earshot.adapter.payments.sandbox.card;

import dev.earshot.adapter.card.Asked;
import dev.earshot.adapter.card.CardOperation.Authorize;
import dev.earshot.adapter.card.CardOperation.Capture;
import dev.earshot.adapter.card.CardOperation.Release;
import dev.earshot.adapter.card.CardOperation.Save;
import dev.earshot.adapter.card.CardOperation.Watch;
import dev.earshot.adapter.card.CardProvider;
import dev.earshot.adapter.card.CardReply;
import dev.earshot.adapter.card.CardReply.Authorized;
import dev.earshot.adapter.card.CardReply.Captured;
import dev.earshot.adapter.card.CardReply.CardFace;
import dev.earshot.adapter.card.CardReply.Declined;
import dev.earshot.adapter.card.CardReply.Done;
import dev.earshot.adapter.card.CardReply.Lapsed;
import dev.earshot.adapter.card.CardReply.NeedsCustomer;
import dev.earshot.adapter.card.CardReply.NotCaptured;
import dev.earshot.adapter.card.CardReply.ProviderCard;
import dev.earshot.adapter.card.CardReply.Saved;
import dev.earshot.adapter.card.CardReply.Stands;
import dev.earshot.adapter.card.CardReply.Unknown;
import dev.earshot.adapter.payments.sandbox.WhenSandbox;
import dev.earshot.adapter.payments.sandbox.card.CardNetwork.Held;
import dev.earshot.adapter.payments.sandbox.card.CardNetwork.State;
import dev.earshot.api.card.CaptureFailure;
import dev.earshot.api.card.CardDecline;
import dev.earshot.platform.payments.CardMethods;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Carries what is asked about cards to the network, and loses its answers where a test card wants that. */
@Component
@WhenSandbox
class SandboxCards implements CardProvider, CardMethods {
    private static final Duration LASTS = Duration.ofDays(7);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final CardNetwork network;
    private final SandboxCardSettings settings;
    private final Clock clock;

    SandboxCards(CardNetwork network, SandboxCardSettings settings, Clock clock) {
        this.network = network;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public boolean mayKeep(String method) {
        return TestCard.of(method).isPresent();
    }

    @Override
    public boolean mayPayTo(String account) {
        return true;
    }

    @Override
    public CardReply save(Save wish, Asked asked) {
        return TestCard.of(wish.method())
                .filter(card -> card != TestCard.NOT_SAVED)
                .<CardReply>map(SandboxCards::saved)
                .orElseGet(() -> new Declined(CardDecline.CARD_DECLINED));
    }

    private static CardReply saved(TestCard card) {
        String last4 = "%04d".formatted(4242 + card.ordinal());
        return new Saved(new ProviderCard("", card.method()), card.method(), new CardFace("sandbox", last4, "12/2099"));
    }

    @Override
    public CardReply authorize(Authorize wish, ProviderCard providerCard, Asked asked) {
        TestCard card = TestCard.of(providerCard.method()).orElseThrow();
        boolean granted = switch (card) {
            case INSUFFICIENT_FUNDS, DECLINED, NOT_SAVED -> false;
            case SHORT_OF_FUNDS -> wish.attempt() > 1;
            case ONLY_ONCE -> wish.paymentId().number() == 1;
            default -> true;
        };
        if (card == TestCard.SLOW) {
            LockSupport.parkNanos(settings.slowBy().toNanos());
        }
        Held held = network.hold(wish, card, granted);
        if (card == TestCard.AUTHORIZE_TIMEOUT && asked.attempts() == 1) {
            return lost();
        }
        Instant heardFrom = held.askedAt().plus(settings.customerAfter());
        if (card == TestCard.NEEDS_CUSTOMER && heardFrom.isAfter(clock.instant())) {
            Map<String, String> step = Map.of("provider", "sandbox", "action", "wait");
            return new NeedsCustomer(held.reference(), step, clock.instant().plus(LOOK_AGAIN));
        }
        return held.state() == State.DECLINED
                ? new Declined(card == TestCard.DECLINED ? CardDecline.CARD_DECLINED : CardDecline.INSUFFICIENT_FUNDS)
                : new Authorized(held.reference(), held.amount(), held.askedAt().plus(LASTS));
    }

    @Override
    public CardReply capture(Capture wish, Asked asked) {
        TestCard card = network.find(wish.reference()).map(Held::card).orElse(TestCard.EXPIRES);
        if (card == TestCard.EXPIRES) {
            return new NotCaptured(CaptureFailure.AUTHORIZATION_GONE);
        }
        if (card == TestCard.CAPTURE_FAILS) {
            return new NotCaptured(CaptureFailure.REFUSED);
        }
        Held held = network.take(wish).orElseThrow();
        if (card == TestCard.CAPTURE_TIMEOUT && asked.attempts() == 1) {
            return lost();
        }
        return held.state() == State.TAKEN
                ? new Captured(held.taken())
                : new NotCaptured(CaptureFailure.AUTHORIZATION_GONE);
    }

    @Override
    public CardReply release(Release wish, Asked asked) {
        network.letGo(wish.reference());
        return new Done();
    }

    @Override
    public CardReply forget(ProviderCard card) {
        return new Done();
    }

    @Override
    public CardReply watch(Watch wish) {
        return network.find(wish.reference())
                .filter(held -> held.state() == State.HELD || held.state() == State.TAKEN)
                .<CardReply>map(held -> new Stands())
                .orElseGet(Lapsed::new);
    }

    private static CardReply lost() {
        return new Unknown("the answer was lost, as this test card wants it", Duration.ZERO);
    }
}
