package dev.earshot.command.price;

import dev.earshot.api.refusal.RefusalCode;
import dev.earshot.api.refusal.Refused;
import java.util.function.Supplier;

/**
 * A place in a request, so that what cannot be is blamed on the field that says so.
 *
 * @param path such as {@code candidates[1]}; empty for the request itself
 */
public record Place(String path) {
    /** The request itself. */
    public static final Place REQUEST = new Place("");

    /** That field of what is here. */
    public Place in(String field) {
        return new Place(path.isEmpty() ? field : path + "." + field);
    }

    /** The one of this index in the list that is here. */
    public Place at(int index) {
        return new Place(path + "[" + index + "]");
    }

    /** What is made of what is here, where it can be made; else this place is to blame. */
    public <T> T possible(RefusalCode code, Supplier<T> made) throws Refused {
        try {
            return made.get();
        } catch (IllegalArgumentException impossible) {
            throw code.at(path, impossible.getMessage());
        }
    }

    /** Blames this place unless its number is within these bounds, both among them. */
    public void within(RefusalCode code, long number, long least, long most) throws Refused {
        if (number < least || number > most) {
            throw code.at(path, "is a number from " + least + " to " + most + ", not " + number);
        }
    }
}
