package dev.earshot.api.simulation;

/**
 * What became of a candidate.
 *
 * @param calls how many calls were looked at
 */
public record Outcome(Candidate candidate, long calls, Variance variance) {}
