/** Reads the whole log again, against its chain and the checkpoints in the database and outside, and names what is wrong first. */
package dev.earshot.query.audit.verify;
