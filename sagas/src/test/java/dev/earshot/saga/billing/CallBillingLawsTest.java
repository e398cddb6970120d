package dev.earshot.saga.billing;

import static dev.earshot.saga.billing.BillingStory.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.call.EndReason;
import dev.earshot.api.call.RefuseReason;
import dev.earshot.api.presence.EngagementDecline;
import dev.earshot.saga.CallFacts;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CallBillingLawsTest {
    private static final CallFacts CALL = new BillingStory().call;
    private static final List<Object> PAID = List.of(
            CALL.placed(300, at(0)),
            CALL.engaged(at(0)),
            CALL.admitted(300, at(1)),
            CALL.accepted(at(3)),
            CALL.connected(at(5)),
            CALL.low(300, at(230)),
            CALL.extended(600, at(231)),
            CALL.callExtended(600, at(231)),
            CALL.ended(EndReason.HUNG_UP_BY_MEMBER, 400, at(405)),
            CALL.captured(600, 400, at(405)),
            CALL.disengaged(at(405)),
            CALL.credited(3400, at(406)));
    private static final List<Object> REFUSED = List.of(
            CALL.placed(300, at(0)),
            CALL.engagementDeclined(EngagementDecline.LISTENER_BUSY, at(0)),
            CALL.refused(RefuseReason.LISTENER_BUSY, at(1)),
            CALL.released(at(1)));
    private static final List<Object> CANCELLED = List.of(
            CALL.placed(300, at(0)),
            CALL.engaged(at(0)),
            CALL.admitted(300, at(1)),
            CALL.ended(EndReason.CANCELLED, 0, at(4)),
            CALL.released(at(5)),
            CALL.disengaged(at(5)));

    @Property(tries = 500)
    void theFactsOfAWholeLifeLeadToTheSameEndInAnyOrderAndRepeated(@ForAll("shuffled") List<Object> facts) {
        BillingStory story = new BillingStory();
        facts.forEach(fact -> story.hears(500, fact));

        assertThat(story.isDone()).isTrue();
        assertThat(Wishes.of(story.known(), at(500))).isEmpty();
        assertThat(story.wakeAt()).isEmpty();
    }

    @Property(tries = 3_000)
    void whateverIsLostRepeatedOrOvertakenNothingStaysReservedAndTheListenerIsPaidOnce(@ForAll long seed) {
        CallWorld world = new CallWorld(seed);

        assertThat(world.live()).as("comes to an end").isTrue();
        assertThat(world.isOver()).as("the call is over").isTrue();
        assertThat(world.held).as("seconds still held").isZero();
        assertThat(world.engaged).as("listener still engaged").isFalse();
        assertThat(world.credited).isEqualTo(world.expectedEarnings());
    }

    @Provide
    Arbitrary<List<Object>> shuffled() {
        return Arbitraries.of(List.of(PAID, REFUSED, CANCELLED))
                .flatMap(life -> Arbitraries.shuffle(
                        Stream.concat(life.stream(), life.stream()).toList()));
    }
}
