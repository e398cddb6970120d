package dev.earshot.query.lab.tape;

import dev.earshot.api.id.CallId;
import dev.earshot.api.pricing.Charge;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Falsifies the tape, for tests that want to see it noticed. */
public final class TapeForgery {
    private TapeForgery() {}

    /** Adds one unit to the first recorded charge of this call. */
    public static void addOneTo(JdbcTemplate jdbc, CallId callId) {
        jdbc.query("SELECT wallet, position, body FROM lab_tape WHERE get_byte(body, 0) = 0", row -> {
            TapedCall call = CallCodec.unpack(row.getBytes(3), row.getLong(2));
            if (call.callId().equals(callId)) {
                jdbc.update(
                        "UPDATE lab_tape SET body = ? WHERE wallet = ? AND position = ?",
                        CallCodec.pack(call.with(falsified(call.settled().orElseThrow()))),
                        row.getLong(1),
                        row.getLong(2));
            }
        });
    }

    private static Settled falsified(Settled settled) {
        List<Charge> charges = new ArrayList<>(settled.charges());
        Charge first = charges.get(0);
        charges.set(
                0,
                new Charge(
                        first.pocket(),
                        first.lot(),
                        first.unit(),
                        first.seconds(),
                        first.charged() + 1,
                        first.earned(),
                        first.fee()));
        return new Settled(settled.moment(), settled.talked(), charges);
    }
}
