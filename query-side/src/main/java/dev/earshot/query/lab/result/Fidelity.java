package dev.earshot.query.lab.result;

import dev.earshot.api.id.CallId;
import dev.earshot.api.pricing.Charge;
import java.util.List;

/**
 * Whether replaying every call under the terms it really had comes to what it was really charged, earned and left as fee.
 *
 * @param checked how many captured calls were replayed, those before the window among them
 * @param differing how many of them came to something else; one unit in one of them makes the run invalid
 * @param first the first of these, by their place in the log
 */
public record Fidelity(long checked, long differing, List<Difference> first) {
    public Fidelity {
        first = List.copyOf(first);
    }

    public boolean isValid() {
        return differing == 0;
    }

    /**
     * A call that was not reproduced.
     *
     * @param position where its request stands in the log
     * @param recorded what it was charged
     * @param replayed what it came to now; nothing where it was not captured at all
     */
    public record Difference(CallId callId, long position, List<Charge> recorded, List<Charge> replayed) {}
}
