package dev.earshot.query.audit.key;

import dev.earshot.platform.start.CannotStart;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;

/** The key that checkpoints are signed with. */
public final class SigningKey {
    /** The name of the secret in {@code earshot.secrets}: 32 random bytes. */
    public static final String SECRET = "audit-signing-key";

    private static final int SEED = 32;

    private final KeyPair pair;
    private final VerifyingKey verifying;

    private SigningKey(KeyPair pair) {
        this.pair = pair;
        this.verifying = VerifyingKey.of(pair.getPublic());
    }

    /** The key that RFC 8032 makes of 32 bytes. */
    public static SigningKey of(byte[] seed) {
        if (seed.length != SEED) {
            throw new CannotStart(
                    "The setting earshot.secrets." + SECRET + " has " + seed.length + " bytes.",
                    "A key has " + SEED + ", for example the output of: openssl rand -base64 " + SEED);
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(VerifyingKey.ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
            return new SigningKey(generator.generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("Java has Ed25519 from 15 on", impossible);
        }
    }

    public VerifyingKey verifying() {
        return verifying;
    }

    public byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance(VerifyingKey.ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("a key made here signs", impossible);
        }
    }

    /** Java derives a public key only while it makes a pair; it takes the private one from here. */
    private static final class Given extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        private Given(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
