package dev.earshot.query.lab.tape;

import dev.earshot.api.call.EndReason;
import dev.earshot.api.call.RefuseReason;
import java.time.Instant;
import java.util.Optional;

/**
 * How a call was over: ended, or refused before it rang.
 *
 * @param at as of when
 * @param ended why it ended
 * @param refused why it never rang
 */
public record Ending(Instant at, Optional<EndReason> ended, Optional<RefuseReason> refused) {}
