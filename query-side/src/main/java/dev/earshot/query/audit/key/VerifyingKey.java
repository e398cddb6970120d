package dev.earshot.query.audit.key;

import dev.earshot.query.audit.chain.Hashes;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What everybody may know of a key.
 *
 * @param id the first eight bytes of the SHA-256 of the encoded key, in hexadecimal
 */
public record VerifyingKey(String id, PublicKey key) {
    static final String ALGORITHM = "Ed25519";
    private static final int ID_BYTES = 8;
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    static VerifyingKey of(PublicKey key) {
        return new VerifyingKey(HexFormat.of().formatHex(Hashes.plain(key.getEncoded()), 0, ID_BYTES), key);
    }

    /** From its usual encoding (X.509, DER). */
    static VerifyingKey decoded(byte[] encoded) throws GeneralSecurityException {
        return of(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)));
    }

    /** Whether the signature is this key's, of exactly these bytes. */
    public boolean signed(byte[] content, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(content);
            return check.verify(signature);
        } catch (SignatureException | InvalidKeyException notEvenOne) {
            return false;
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("Java has Ed25519 from 15 on", impossible);
        }
    }

    /** As a file, as OpenSSL writes and reads it. */
    public String pem() {
        return "-----BEGIN PUBLIC KEY-----\n" + LINES.encodeToString(key.getEncoded()) + "\n-----END PUBLIC KEY-----\n";
    }
}
