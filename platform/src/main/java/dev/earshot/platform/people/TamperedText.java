package dev.earshot.platform.people;

/** A sealed text is not as it was sealed, or not where: somebody has changed or moved it. */
public final class TamperedText extends IllegalStateException {
    TamperedText(String subject, String field, Exception cause) {
        super("the text " + field + " of " + subject + " is not as it was sealed", cause);
    }
}
