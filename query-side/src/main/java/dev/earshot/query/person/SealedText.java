package dev.earshot.query.person;

import dev.earshot.api.person.Sealed;

/** One text as it stands after the event at {@code position}; with nothing in it when it was taken back. */
record SealedText(String subject, String field, String accountId, Sealed text, long position) {}
