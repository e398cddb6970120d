package dev.earshot.api.refusal;

/** A stable code for a "no" that clients branch on. Implemented by one enum per family; a code is never renamed. */
public interface RefusalCode {
    /** The code as clients see it, unique over all families. */
    String name();

    /** What sort of "no" it is; decides the HTTP status. */
    Kind kind();

    /** The refusal, with a text for people: what is wrong and what to do. */
    default Refused of(String text, Object... arguments) {
        return new Refused(this, null, String.format(text, arguments));
    }

    /** The refusal for the sake of one field of the request, with a text that says what is expected there. */
    default Refused at(String field, String text) {
        return new Refused(this, field, text);
    }

    /** The sorts of "no". */
    enum Kind {
        /** The request itself is wrong: 400. */
        INVALID,
        /** The asker has not shown who they are: 401. */
        UNAUTHENTICATED,
        /** The asker may not: 403. */
        FORBIDDEN,
        /** The thing does not exist for the asker: 404. */
        UNKNOWN,
        /** The thing is in a state that does not allow it: 409. */
        CONFLICT,
        /** Well-formed, yet impossible by a rule of the business: 422. */
        UNPROCESSABLE
    }
}
