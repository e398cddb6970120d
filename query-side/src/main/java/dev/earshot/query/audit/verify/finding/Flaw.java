package dev.earshot.query.audit.verify.finding;

/** What can be wrong with a log. Of several at one position the first in this order is named. */
public enum Flaw {
    /** The payload is not what was written, as far as its checksum tells. */
    EVENT_PAYLOAD_EDITED,
    /** The metadata are not what was written, as far as their checksum tells. */
    EVENT_METADATA_EDITED,
    /** Payload and metadata are as they were; another column is not. */
    EVENT_COLUMN_EDITED,
    /** Neither payload nor metadata is what was written. */
    EVENT_REPLACED,
    EVENT_REMOVED,
    /** An event stands where none was written. */
    EVENT_INSERTED,
    /** Two events stand in each other's place. */
    EVENTS_SWAPPED,
    /** An event stands elsewhere than it was written. */
    EVENT_MOVED,
    /** Everything from here on is gone. */
    LOG_TRUNCATED,
    /** Log and chain agree with each other, and not with what was signed: both were written anew, without the key. */
    CHAIN_REBUILT,
    /** The log is not what was signed, and the chain that would tell where is missing. */
    SPAN_ALTERED,
    /** The log is what it was; the stored chain is not. */
    CHAIN_EDITED,
    /** The log's chain has a hole, or lacks its end. */
    CHAIN_REMOVED,
    /** A checkpoint is in the archive and no longer in the database. */
    CHECKPOINT_REMOVED,
    /** A checkpoint is in the database and no longer in the archive. */
    CHECKPOINT_NOT_IN_ARCHIVE,
    /** A checkpoint is neither in the database nor in the archive. */
    CHECKPOINT_MISSING,
    /** Database and archive hold different checkpoints under one number, both signed. */
    CHECKPOINT_DIFFERS,
    /** What is kept as a checkpoint is none. */
    CHECKPOINT_UNREADABLE,
    CHECKPOINT_SIGNATURE_INVALID,
    /** A checkpoint is signed by a key that is not trusted here. */
    CHECKPOINT_KEY_FOREIGN,
    /** A signed checkpoint does not follow the one before it. */
    CHECKPOINT_FORKED
}
