package dev.earshot.query.audit.verify;

import dev.earshot.query.audit.verify.finding.Finding;
import dev.earshot.query.audit.verify.finding.Flaw;

/**
 * A place where log and chain disagree.
 *
 * @param flaw what it looks like
 * @param expected the hash that the chain has for it; empty if the chain knows of no event there
 */
record Wrong(long position, Flaw flaw, byte[] expected) {
    static Wrong removed(long position, byte[] expected) {
        return new Wrong(position, Flaw.EVENT_REMOVED, expected);
    }

    static Wrong inserted(long position) {
        return new Wrong(position, Flaw.EVENT_INSERTED, new byte[0]);
    }

    /** What was edited, by the checksums of payload (upper half) and metadata (lower half) then and now. */
    static Wrong edited(long position, byte[] expected, int then, int now) {
        boolean payload = then >>> Short.SIZE != now >>> Short.SIZE;
        boolean metadata = (short) then != (short) now;
        Flaw either = payload ? Flaw.EVENT_PAYLOAD_EDITED : Flaw.EVENT_METADATA_EDITED;
        Flaw any = payload || metadata ? either : Flaw.EVENT_COLUMN_EDITED;
        return new Wrong(position, payload && metadata ? Flaw.EVENT_REPLACED : any, expected);
    }

    boolean isInLog() {
        return flaw != Flaw.EVENT_REMOVED;
    }

    Finding finding() {
        return Finding.at(
                position,
                flaw,
                switch (flaw) {
                    case EVENT_REMOVED -> "The event at %d was removed.";
                    case EVENT_INSERTED -> "The event at %d was inserted: none was written there.";
                    case EVENT_PAYLOAD_EDITED -> "The payload of the event at %d was edited.";
                    case EVENT_METADATA_EDITED -> "The metadata of the event at %d were edited.";
                    case EVENT_COLUMN_EDITED ->
                        "The event at %d was edited, neither in its payload nor in its metadata.";
                    default -> "The event at %d is another one than was written there.";
                },
                position);
    }
}
