package dev.earshot.platform.web.idempotency;

import dev.earshot.api.id.AccountId;
import dev.earshot.platform.web.Digests;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What was asked: by whom, under which key, and the SHA-256 of method, path, query and body.
 *
 * @param hash equal exactly when the same thing was asked
 */
record Fingerprint(AccountId account, String key, byte[] hash) {
    static Fingerprint of(AccountId account, String key, HttpServletRequest request, byte[] body) {
        var target = request.getMethod()
                + "\n" + request.getRequestURI()
                + "\n" + Optional.ofNullable(request.getQueryString()).orElse("") + "\n";
        var digest = Digests.sha256();
        digest.update(target.getBytes(StandardCharsets.UTF_8));
        return new Fingerprint(account, key, digest.digest(body));
    }
}
