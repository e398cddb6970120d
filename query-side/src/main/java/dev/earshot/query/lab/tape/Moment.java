package dev.earshot.query.lab.tape;

import java.time.Instant;

/**
 * When something happened.
 *
 * @param at the time in the fact
 * @param position its place in the log, which decides what came first
 */
public record Moment(Instant at, long position) {}
