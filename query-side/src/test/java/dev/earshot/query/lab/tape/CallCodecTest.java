package dev.earshot.query.lab.tape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.call.EndReason;
import dev.earshot.api.call.RefuseReason;
import dev.earshot.api.id.CallId;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Unit;
import dev.earshot.api.wallet.HoldDecline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CallCodecTest {
    private static final Moment REQUESTED = new Moment(Instant.parse("2026-03-01T12:00:00.123456789Z"), 1_000_000);

    @Test
    void a_call_is_read_as_it_was_written() {
        TapedCall call = TapedCall.requested(new CallId("call_9f3"), 7, 12, REQUESTED);
        comesBack(call);
        comesBack(call.with(Placing.no(HoldDecline.RECEIVABLE_OPEN, after(5)))
                .with(new Ending(after(6).at(), Optional.empty(), Optional.of(RefuseReason.RECEIVABLE_OPEN))));
        TapedCall connected = call.with(new Placing(after(1), 60, 40, Optional.empty()))
                .with(new Ask(after(20), 60, 60, 300))
                .with(new Ask(after(30), 60, 360, 300))
                .connected(after(9).at());
        comesBack(connected);
        comesBack(connected
                .with(new Ending(after(99).at(), Optional.of(EndReason.FUNDS_EXHAUSTED), Optional.empty()))
                .with(new Settled(
                        after(100),
                        91,
                        List.of(
                                new Charge(Pocket.MOMENTS, "lot_x", Unit.SECONDS, 40, 40, 33, 0),
                                new Charge(Pocket.CASH, "", Unit.MONEY, 51, 85, 73, 12)))));
    }

    @Property
    void every_number_and_every_moment_comes_back(
            @ForAll long number, @ForAll @LongRange(min = 0, max = 4_000_000_000_000_000_000L) long nanos) {
        Instant moment = Instant.EPOCH.plusNanos(nanos);
        byte[] packed = new Packer()
                .number(number)
                .instant(moment, Instant.EPOCH)
                .instant(Instant.EPOCH, moment)
                .packed();
        Unpacker of = new Unpacker(packed);

        assertThat(of.number()).isEqualTo(number);
        assertThat(of.instant(Instant.EPOCH)).isEqualTo(moment);
        assertThat(of.instant(moment)).isEqualTo(Instant.EPOCH);
    }

    private static void comesBack(TapedCall call) {
        byte[] body = CallCodec.pack(call);
        assertThat(Body.isCall(body)).isTrue();
        assertThat(CallCodec.unpack(body, REQUESTED.position())).isEqualTo(call);
    }

    private static Moment after(long seconds) {
        return new Moment(REQUESTED.at().plusSeconds(seconds), REQUESTED.position() + 3 * seconds);
    }
}
