package dev.earshot.query.news;

import dev.earshot.api.id.AccountId;
import java.time.Instant;
import java.util.Map;

/**
 * One fact as one account hears it.
 *
 * @param body its public shape: what happened, to what, when
 */
public record Told(AccountId account, Kind kind, Map<String, Object> body, Instant at) {}
