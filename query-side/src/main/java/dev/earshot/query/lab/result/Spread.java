package dev.earshot.query.lab.result;

/**
 * How changes are spread: the value that 5, 50 and 95 of 100 do not exceed (nearest rank). All 0 where there is nobody.
 *
 * @param of how many
 */
public record Spread(long of, long p5, long p50, long p95) {}
