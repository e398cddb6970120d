/**
 * The proof that the log is what it was: a chain over every event, signed checkpoints kept outside the database too, a verifier, and proofs for
 * outsiders. The format is in {@code docs/audit.md}.
 */
package dev.earshot.query.audit;
