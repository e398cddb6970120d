/** The signed checkpoints that a log is held against, from the database and from the archive. */
package dev.earshot.query.audit.verify.witness;
