/** Checkpoints: what the log was at a moment, signed, and kept outside the database too. */
package dev.earshot.query.audit.checkpoint;
