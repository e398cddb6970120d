package dev.earshot.query.audit.verify.witness;

import java.util.Optional;

/**
 * What is kept under the number of a checkpoint.
 *
 * @param stored in the database
 * @param archived outside
 * @param isDue whether it should be in the archive by now
 */
record Copies(long number, Optional<byte[]> stored, Optional<byte[]> archived, boolean isDue) {}
