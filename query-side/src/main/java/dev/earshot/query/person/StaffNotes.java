package dev.earshot.query.person;

import static java.util.stream.Collectors.toMap;

import dev.earshot.api.id.NoteId;
import dev.earshot.platform.people.Notes;
import dev.earshot.query.fold.CatchUp;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What staff have noted about things of the house, opened as it is read. */
@Component
public class StaffNotes {
    private final Texts texts;
    private final CatchUp catchUp;

    StaffNotes(Texts texts, CatchUp catchUp) {
        this.texts = texts;
        this.catchUp = catchUp;
    }

    /** The text behind what a fact has for a note: the name of one, or in older facts the text itself. */
    public String text(String noted) {
        return texts(Set.of(noted)).get(noted);
    }

    /** The texts behind each of these, in one question. None is asked for where there is null. */
    public Map<String, String> texts(Collection<String> noted) {
        Set<String> names =
                noted.stream().filter(Objects::nonNull).filter(NoteId::isOne).collect(Collectors.toSet());
        Map<String, Map<String, String>> kept = kept(names);
        return noted.stream()
                .filter(Objects::nonNull)
                .distinct()
                .collect(toMap(Function.identity(), one -> names.contains(one) ? opened(kept.get(one)) : one));
    }

    /** A note that was made just now is waited for; one whose person is erased is no longer there. */
    private Map<String, Map<String, String>> kept(Set<String> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        return catchUp.find(
                        OtherTexts.GROUP,
                        () -> Optional.of(texts.of(names))
                                .filter(found -> found.keySet().containsAll(names)))
                .orElseGet(() -> texts.of(names));
    }

    private static String opened(Map<String, String> note) {
        return note == null ? Texts.ERASED : note.getOrDefault(Notes.FIELD, Texts.ERASED);
    }
}
