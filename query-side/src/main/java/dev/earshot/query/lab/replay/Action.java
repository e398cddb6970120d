package dev.earshot.query.lab.replay;

import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.query.lab.tape.Ask;
import dev.earshot.query.lab.tape.Moment;
import java.time.Instant;

/** Something on the tape that turned to the wallet. */
sealed interface Action {
    long position();

    Instant at();

    /** A fact that came from outside. */
    record Came(long position, Instant at, WalletEvent fact) implements Action {}

    /** A call wanted a hold. */
    record Wanted(ScriptCall call, Moment moment) implements Action {
        @Override
        public long position() {
            return moment.position();
        }

        @Override
        public Instant at() {
            return moment.at();
        }
    }

    /** A call asked for more. */
    record Asked(ScriptCall call, Ask ask) implements Action {
        @Override
        public long position() {
            return ask.moment().position();
        }

        @Override
        public Instant at() {
            return ask.moment().at();
        }
    }

    /** The hold of a call was resolved. */
    record Resolved(ScriptCall call, Moment moment) implements Action {
        @Override
        public long position() {
            return moment.position();
        }

        @Override
        public Instant at() {
            return moment.at();
        }
    }
}
