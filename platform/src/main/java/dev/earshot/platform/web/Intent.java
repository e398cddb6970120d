package dev.earshot.platform.web;

import dev.earshot.api.id.AccountId;

/**
 * What the caller means to do, once. Declaring it as a parameter of a controller method makes the
 * {@code Idempotency-Key} header mandatory; a repeated request has the same intent and therefore makes the same ids,
 * even after its stored answer is gone.
 *
 * @param suffix at most 40 characters of {@code [0-9A-Za-z]}, to be put behind the prefix of a new id
 */
public record Intent(String suffix) {
    /** The header that carries the caller's key: 1 to 255 printable ASCII characters. */
    public static final String HEADER = "Idempotency-Key";

    /** The intent behind this key: the same for the same account, method, path and key, and for nothing else. */
    public static Intent of(AccountId account, String method, String path, String key) {
        return new Intent(Digests.name(String.join("\n", account.value(), method, path, key)));
    }
}
