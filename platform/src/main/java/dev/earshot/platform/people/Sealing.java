package dev.earshot.platform.people;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.PersonId;
import dev.earshot.api.person.PersonCommand.KeepTexts;
import dev.earshot.api.person.Sealed;
import dev.earshot.api.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.AEADBadTagException;
import org.springframework.stereotype.Component;

/**
 * Seals personal texts with the key of their person, and opens them while there is one. A sealed text opens only as the field
 * of the subject it was sealed for, with the key it names: taken elsewhere it is as good as forged.
 */
@Component
public class Sealing {
    private final PersonKeys keys;

    Sealing(PersonKeys keys) {
        this.keys = keys;
    }

    /**
     * The wish to keep these texts.
     *
     * @param owner whose they are: with whose key they can be read
     * @param subject what they are about, by its id
     * @param fields the texts by what they are called; an empty one takes the field back
     */
    public KeepTexts keeping(AccountId owner, String subject, Map<String, String> fields, Instant at) throws Refused {
        PersonKey key = keys.of(owner);
        // In an order of their own, so that the log does not depend on the one in which a map was filled.
        Map<String, Sealed> sealed = new LinkedHashMap<>();
        fields.keySet().stream()
                .sorted()
                .forEach(field -> sealed.put(
                        field,
                        fields.get(field).isEmpty()
                                ? Sealed.nothing(key.keyId())
                                : seal(key, subject, field, fields.get(field))));
        return new KeepTexts(PersonId.of(owner), subject, sealed, at);
    }

    /** The text; empty when its key was destroyed. Fails with {@link TamperedText} when it is not as it was sealed. */
    public Optional<String> open(String subject, String field, Sealed sealed) {
        return keys.find(sealed.keyId()).map(key -> open(key, subject, field, sealed));
    }

    /** Whether both say the same about the subject, however differently they look sealed. Where the key is gone nobody knows. */
    public boolean isAlike(String subject, Map<String, Sealed> one, Map<String, Sealed> other) {
        return one.keySet().equals(other.keySet())
                && one.keySet().stream().allMatch(field -> isAlike(subject, field, one.get(field), other.get(field)));
    }

    private boolean isAlike(String subject, String field, Sealed one, Sealed other) {
        if (one.isNothing() || other.isNothing()) {
            return one.isNothing() && other.isNothing();
        }
        Optional<String> said = open(subject, field, one);
        return said.isPresent() && said.equals(open(subject, field, other));
    }

    /** Reads the keys of these texts in one question, for whoever is about to open them. */
    public void prepare(Collection<Sealed> texts) {
        keys.prepare(texts.stream().map(Sealed::keyId).collect(Collectors.toSet()));
    }

    private static Sealed seal(PersonKey key, String subject, String field, String text) {
        byte[] sealed =
                Aead.seal(key.key(), text.getBytes(StandardCharsets.UTF_8), beside(subject, field, key.keyId()));
        return new Sealed(key.keyId(), Base64.getEncoder().encodeToString(sealed));
    }

    private static String open(PersonKey key, String subject, String field, Sealed sealed) {
        try {
            byte[] bytes = Base64.getDecoder().decode(sealed.text());
            return new String(Aead.open(key.key(), bytes, beside(subject, field, key.keyId())), StandardCharsets.UTF_8);
        } catch (AEADBadTagException | IllegalArgumentException e) {
            throw new TamperedText(subject, field, e);
        }
    }

    /** A subject is an id and a field a word, so neither contains what parts them. */
    private static String beside(String subject, String field, String keyId) {
        return String.join("\n", "personal text", subject, field, keyId);
    }
}
