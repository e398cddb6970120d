package dev.earshot.query.person;

import dev.earshot.api.person.PersonEvent.TextsKept;
import dev.earshot.api.person.Sealed;
import dev.earshot.platform.people.Sealing;
import dev.earshot.platform.people.TamperedText;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Opens texts for people to read: never fails, and shows a neutral word where nothing can be read any more. */
@Component
class OpenedTexts {
    private static final Logger LOG = LoggerFactory.getLogger(OpenedTexts.class);

    private final Sealing sealing;

    OpenedTexts(Sealing sealing) {
        this.sealing = sealing;
    }

    /** Texts as they were kept at that moment, opened; an empty one was taken back. */
    record Written(String about, Instant at, Map<String, String> texts) {}

    Written of(TextsKept kept) {
        Map<String, String> opened = new TreeMap<>();
        kept.fields().forEach((field, text) -> opened.put(field, of(kept.subject(), field, text)));
        return new Written(kept.subject(), kept.at(), opened);
    }

    /** A forged text is an alarm for those who run the house and no reason to show nobody anything. */
    String of(String subject, String field, Sealed text) {
        if (text.isNothing()) {
            return "";
        }
        try {
            return sealing.open(subject, field, text).orElse(Texts.ERASED);
        } catch (TamperedText e) {
            LOG.error("A text cannot be shown", e);
            return Texts.ERASED;
        }
    }
}
