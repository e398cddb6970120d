package dev.earshot.adapter.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimedSignatureTest {
    private static final byte[] OLD = bytes("whsec_old");
    private static final byte[] NEW = bytes("whsec_new");
    private static final byte[] BODY = bytes("{\"id\": \"evt_1\"}");
    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");

    private final TimedSignature signature = new TimedSignature(List.of(NEW, OLD), Duration.ofMinutes(5));

    @Test
    void the_signature_is_the_published_one() {
        byte[] digest =
                TimedSignature.hmac(bytes("key"), bytes("The quick brown fox "), bytes("jumps over the lazy dog"));

        assertThat(TimedSignature.matches("f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8", digest))
                .isTrue();
    }

    @Test
    void while_a_secret_is_replaced_both_are_right() {
        assertThatCode(() -> signature.check(TimedSignature.header(OLD, NOW, BODY), BODY, NOW))
                .doesNotThrowAnyException();
        assertThatCode(() -> signature.check(TimedSignature.header(NEW, NOW, BODY), BODY, NOW))
                .doesNotThrowAnyException();
        String both = TimedSignature.header(bytes("whsec_other"), NOW, BODY)
                + TimedSignature.header(NEW, NOW, BODY).replaceFirst("t=[0-9]+", "");
        assertThatCode(() -> signature.check(both, BODY, NOW)).doesNotThrowAnyException();
    }

    @Test
    void another_body_another_secret_or_another_time_is_wrong() {
        String header = TimedSignature.header(NEW, NOW, BODY);

        assertThatThrownBy(() -> signature.check(header, bytes("{}"), NOW)).hasMessageContaining("signature");
        assertThatThrownBy(() -> signature.check(TimedSignature.header(bytes("x"), NOW, BODY), BODY, NOW))
                .hasMessageContaining("signature");
        assertThatThrownBy(() -> signature.check(header, BODY, NOW.plusSeconds(301)))
                .hasMessageContaining("signature");
        assertThatThrownBy(() -> signature.check(header, BODY, NOW.minusSeconds(301)))
                .hasMessageContaining("signature");
        assertThatThrownBy(() -> signature.check(header.replace("t=1", "t=2"), BODY, NOW))
                .hasMessageContaining("signature");
        assertThatThrownBy(() -> signature.check(null, BODY, NOW)).hasMessageContaining("signature");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
