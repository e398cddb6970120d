package dev.earshot.platform.security;

import dev.earshot.api.id.AccountId;

/**
 * A session as it is handed out. It is never stored and never logged.
 *
 * @param refreshToken good for one refresh, which hands out the next
 */
public record Tokens(String sessionId, AccountId accountId, String refreshToken) {
    @Override
    public String toString() {
        return "Tokens[" + sessionId + ", " + accountId + "]";
    }
}
