/** What outsiders need to check an event by themselves: checkpoints, keys, and the proof that an event is in a checkpoint. */
package dev.earshot.query.audit.proof;
