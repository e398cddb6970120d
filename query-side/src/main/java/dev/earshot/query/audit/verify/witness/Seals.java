package dev.earshot.query.audit.verify.witness;

import dev.earshot.query.audit.checkpoint.SignedCheckpoint;
import dev.earshot.query.audit.key.Keyring;
import dev.earshot.query.audit.verify.finding.Finding;
import dev.earshot.query.audit.verify.finding.Findings;
import dev.earshot.query.audit.verify.finding.Flaw;
import java.util.Optional;

/** Tells the checkpoints that count from what is only kept as one. */
final class Seals {
    private final Keyring trusted;
    private final Findings findings;

    Seals(Keyring trusted, Findings findings) {
        this.trusted = trusted;
        this.findings = findings;
    }

    /**
     * The checkpoint of this number, if this is one and its signature counts. If not, that is found.
     *
     * @param where in which of the two places it is kept
     * @param somewhere the position in the log to name if it cannot tell one
     */
    Optional<SignedCheckpoint> valid(byte[] content, long number, String where, long somewhere) {
        SignedCheckpoint signed;
        try {
            signed = SignedCheckpoint.parse(content);
        } catch (IllegalArgumentException none) {
            findings.add(Finding.at(
                    somewhere, Flaw.CHECKPOINT_UNREADABLE, "What is kept as checkpoint %d %s is none.", number, where));
            return Optional.empty();
        }
        long last = signed.checkpoint().last();
        switch (signed.signed(trusted)) {
            case FOREIGN ->
                findings.add(Finding.at(
                        last,
                        Flaw.CHECKPOINT_KEY_FOREIGN,
                        "Checkpoint %d %s is signed as by key %s, which is not trusted here.",
                        number,
                        where,
                        signed.keyId()));
            case INVALID ->
                findings.add(Finding.at(
                        last,
                        Flaw.CHECKPOINT_SIGNATURE_INVALID,
                        "The signature of checkpoint %d %s is not that of its text.",
                        number,
                        where));
            case VALID -> {
                if (signed.checkpoint().number() == number) {
                    return Optional.of(signed);
                }
                findings.add(Finding.at(
                        somewhere,
                        Flaw.CHECKPOINT_DIFFERS,
                        "What is kept as checkpoint %d %s is checkpoint %d.",
                        number,
                        where,
                        signed.checkpoint().number()));
            }
        }
        return Optional.empty();
    }
}
