package dev.earshot.query.lab.replay;

import java.time.Duration;

/**
 * How calls ask for their means, where the tape does not tell.
 *
 * @param wantedSeconds seconds asked for at once
 * @param lowAtSeconds remaining seconds at which more are asked for
 * @param maximumLength how long a call may last
 * @param leftovers what becomes of means that a candidate's plan would not burn
 */
public record TalkRules(long wantedSeconds, long lowAtSeconds, Duration maximumLength, Leftovers leftovers) {}
