package dev.earshot.platform.people;

import dev.earshot.api.account.AccountRefusal;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.NoteId;
import dev.earshot.api.person.PersonCommand.KeepTexts;
import dev.earshot.api.refusal.Refused;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Seals what staff note about things of the house: a fact has the note's name, and its text is kept for whom it is about. What
 * is about nobody in particular, or about somebody who is erased, is sealed with a key of the house that is never destroyed.
 */
@Component
public class Notes {
    /** Whose the notes about nobody are. Nobody signs in as the house, and nobody erases it. */
    public static final AccountId HOUSE = new AccountId("acc_house");

    /** What the one text of a note is called. */
    public static final String FIELD = "text";

    private final Sealing sealing;
    private final Pseudonyms pseudonyms;

    Notes(Sealing sealing, Pseudonyms pseudonyms) {
        this.sealing = sealing;
        this.pseudonyms = pseudonyms;
    }

    /** A note: its name for the fact, and the wish to keep its text. */
    public record Note(NoteId id, KeepTexts wish) {}

    /**
     * A note. The same words about the same thing have the same name, so a wish that is repeated is seen to be.
     *
     * @param thing what it is about, by its id
     * @param concerned the person that the thing concerns, if that is known
     */
    public Note about(String thing, Optional<AccountId> concerned, String text, Instant at) throws Refused {
        NoteId name = pseudonyms.ofNote(thing, text);
        return new Note(name, wish(name, concerned.orElse(HOUSE), text, at));
    }

    private KeepTexts wish(NoteId name, AccountId owner, String text, Instant at) throws Refused {
        try {
            return sealing.keeping(owner, name.value(), Map.of(FIELD, text), at);
        } catch (Refused refusal) {
            if (refusal.code() != AccountRefusal.ACCOUNT_ERASED) {
                throw refusal;
            }
            return sealing.keeping(HOUSE, name.value(), Map.of(FIELD, text), at);
        }
    }
}
