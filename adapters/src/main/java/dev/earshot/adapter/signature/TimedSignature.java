package dev.earshot.adapter.signature;

import dev.earshot.adapter.hook.HookRefusal;
import dev.earshot.api.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature {@code t=<seconds>,v1=<hex>[,v1=<hex>]}: HMAC-SHA256 over the time, a dot and the raw body. While a secret
 * is being replaced there are several signatures in a header, or several secrets on our side.
 */
public final class TimedSignature {
    private static final int LONGEST_HEADER = 2_000;

    private final List<byte[]> secrets;
    private final Duration tolerance;

    /** Accepts each of these secrets, and times that differ from ours by this much, into either direction. */
    public TimedSignature(List<byte[]> secrets, Duration tolerance) {
        this.secrets = List.copyOf(secrets);
        this.tolerance = tolerance;
    }

    /** Refuses unless one of the signatures in the header is right. */
    public void check(String header, byte[] body, Instant now) throws Refused {
        Parts parts = header == null || header.length() > LONGEST_HEADER ? Parts.NONE : Parts.of(header);
        boolean right = parts.signatures().stream()
                .anyMatch(signature -> secrets.stream()
                        .anyMatch(secret -> matches(signature, hmac(secret, bytes(parts.time() + "."), body))));
        if (!right || !isNear(parts.time(), now)) {
            throw invalid();
        }
    }

    /** The header of whoever knows the secret. */
    public static String header(byte[] secret, Instant at, byte[] body) {
        String time = Long.toString(at.getEpochSecond());
        return "t=" + time + ",v1=" + HexFormat.of().formatHex(hmac(secret, bytes(time + "."), body));
    }

    /** HMAC-SHA256 over the parts, one after the other. */
    public static byte[] hmac(byte[] secret, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("every Java platform has HmacSHA256", impossible);
        }
    }

    /** Whether the hex text is this digest; takes equally long wherever they differ. */
    public static boolean matches(String hex, byte[] digest) {
        return hex != null && MessageDigest.isEqual(bytes(HexFormat.of().formatHex(digest)), bytes(hex));
    }

    /** Says the same whatever is wrong. */
    public static Refused invalid() {
        return HookRefusal.HOOK_SIGNATURE_INVALID.of("the signature is not right for this body, or too old");
    }

    private boolean isNear(String time, Instant now) {
        try {
            long away = Math.subtractExact(Long.parseLong(time), now.getEpochSecond());
            return Math.abs(away) <= tolerance.toSeconds();
        } catch (NumberFormatException | ArithmeticException nonsense) {
            return false;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private record Parts(String time, List<String> signatures) {
        static final Parts NONE = new Parts("", List.of());

        static Parts of(String header) {
            String time = "";
            List<String> signatures = new ArrayList<>();
            for (String part : header.split(",")) {
                if (part.startsWith("t=")) {
                    time = part.substring(2);
                } else if (part.startsWith("v1=")) {
                    signatures.add(part.substring(3));
                }
            }
            return new Parts(time, signatures);
        }
    }
}
