package dev.earshot.query.lab.tape;

import dev.earshot.api.call.CallEvent.CallConnected;
import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.call.CallEvent.CallRefused;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldExtended;
import dev.earshot.api.wallet.WalletEvent.HoldExtensionDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.api.wallet.WalletEvent.HoldReleased;
import java.util.List;
import java.util.Optional;

/**
 * A call of which more is to come, as a row.
 *
 * @param wallet the number of the member's account
 * @param folded the last position folded into it
 */
record OpenCall(TapedCall call, long wallet, long folded) {
    /** This call when one more fact is folded into it; one that is known already changes nothing. */
    OpenCall after(Note note) {
        return note.position() <= folded
                ? this
                : new OpenCall(after(note.fact(), note.position()), wallet, note.position());
    }

    private TapedCall after(Object fact, long position) {
        if (fact instanceof HoldPlaced placed) {
            return call.with(Placing.of(placed.grant(), new Moment(placed.at(), position)));
        } else if (fact instanceof HoldDeclined declined) {
            return call.with(Placing.no(declined.reason(), new Moment(declined.at(), position)));
        } else if (fact instanceof HoldExtended extended) {
            long after = extended.grant().seconds();
            long before = call.granted();
            return call.with(new Ask(new Moment(extended.at(), position), before, after, after - before));
        } else if (fact instanceof HoldExtensionDeclined declined) {
            return call.with(new Ask(
                    new Moment(declined.at(), position), call.granted(), call.granted(), declined.wantedSeconds()));
        } else if (fact instanceof CallConnected connected) {
            return call.connected(connected.at());
        } else if (fact instanceof CallEnded ended) {
            return call.with(new Ending(ended.at(), Optional.of(ended.reason()), Optional.empty()));
        } else if (fact instanceof CallRefused refused) {
            return call.with(new Ending(refused.at(), Optional.empty(), Optional.of(refused.reason())));
        } else if (fact instanceof HoldCaptured captured) {
            Moment moment = new Moment(captured.at(), position);
            return call.with(new Settled(moment, captured.talkedSeconds(), captured.charges()));
        } else if (fact instanceof HoldReleased released) {
            return call.with(new Settled(new Moment(released.at(), position), 0, List.of()));
        }
        return call;
    }
}
