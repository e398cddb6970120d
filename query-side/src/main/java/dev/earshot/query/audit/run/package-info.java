/** Verifications that somebody asked for: one at a time, begun again after a crash, with their progress. */
package dev.earshot.query.audit.run;
