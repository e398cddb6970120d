package dev.earshot.query.lab.tape;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.simulation.Window;
import dev.earshot.api.wallet.WalletEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * The tape of one wallet.
 *
 * @param member whose wallet it is
 * @param rows in the order of the log
 */
public record Strip(AccountId member, List<Row> rows) {
    /** A row as it is stored. */
    public record Row(long position, byte[] body) {
        public boolean isCall() {
            return Body.isCall(body);
        }
    }

    /** A fact that came from outside, and where it stands in the log. */
    public record Came(long position, WalletEvent fact) {}

    public List<TapedCall> calls() {
        List<TapedCall> calls = new ArrayList<>();
        for (Row row : rows) {
            if (row.isCall()) {
                calls.add(CallCodec.unpack(row.body(), row.position()));
            }
        }
        return calls;
    }

    /** Whether any call was requested in this window, without reading more of them than that. */
    public boolean hasCallIn(Window window) {
        for (Row row : rows) {
            if (row.isCall() && window.contains(CallCodec.requestedAt(row.body()))) {
                return true;
            }
        }
        return false;
    }

    /** How many calls it has, without reading them. */
    public int size() {
        int calls = 0;
        for (Row row : rows) {
            calls += row.isCall() ? 1 : 0;
        }
        return calls;
    }
}
