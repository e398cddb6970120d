package dev.earshot.query.audit.verify;

import dev.earshot.query.audit.checkpoint.Checkpoint;

/** A checkpoint whose signature counts, wherever it was found. */
record Witness(Checkpoint checkpoint, String hash) {}
