package dev.earshot.query.audit.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {
    private static final HexFormat HEX = HexFormat.of();

    @TempDir
    private Path folder;

    /** RFC 8032, section 7.1, test 1. */
    private final SigningKey key =
            SigningKey.of(HEX.parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));

    @Test
    void a_seed_makes_the_key_that_rfc_8032_says() {
        byte[] encoded = key.verifying().key().getEncoded();
        assertThat(HEX.formatHex(encoded, encoded.length - 32, encoded.length))
                .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        assertThat(HEX.formatHex(key.sign(new byte[0])))
                .startsWith("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac");
    }

    @Test
    void a_signature_is_good_for_its_own_bytes_alone() {
        byte[] text = "earshot".getBytes(UTF_8);
        byte[] signature = key.sign(text);
        assertThat(key.verifying().signed(text, signature)).isTrue();
        assertThat(key.verifying().signed("Earshot".getBytes(UTF_8), signature)).isFalse();
        assertThat(key.verifying().signed(text, new byte[64])).isFalse();
        assertThat(key.verifying().signed(text, new byte[3])).isFalse();
        assertThat(SigningKey.of(new byte[32]).verifying().signed(text, signature))
                .isFalse();
    }

    @Test
    void a_seed_of_another_length_is_refused_by_the_name_of_its_setting() {
        assertThatThrownBy(() -> SigningKey.of(new byte[33])).hasMessageContaining("earshot.secrets.audit-signing-key");
    }

    @Test
    void public_keys_are_read_back_from_the_file_they_are_published_in() throws IOException {
        SigningKey other = SigningKey.of(new byte[32]);
        Path file = folder.resolve("keys.pem");
        Files.writeString(
                file,
                "In use until June.\n" + other.verifying().pem()
                        + key.verifying().pem());
        assertThat(Keyring.readFrom(file.toString())).containsExactly(other.verifying(), key.verifying());
    }

    @Test
    void a_file_without_a_usable_key_is_told() throws IOException {
        Path file = folder.resolve("keys.pem");
        assertThatThrownBy(() -> Keyring.readFrom(file.toString())).hasMessageContaining("cannot be read");
        Files.writeString(file, "nothing");
        assertThatThrownBy(() -> Keyring.readFrom(file.toString())).hasMessageContaining("holds no public key");
        Files.writeString(file, "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n");
        assertThatThrownBy(() -> Keyring.readFrom(file.toString())).hasMessageContaining("not Ed25519");
    }
}
