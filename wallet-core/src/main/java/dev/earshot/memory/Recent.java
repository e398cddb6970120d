package dev.earshot.memory;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The last things of a kind. Beyond its capacity the oldest is forgotten, so that no aggregate grows without bound; a
 * repetition comes within minutes of the original, long before so many others have followed.
 *
 * @param <T> an immutable thing with equality, most often an id
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
public final class Recent<T> {
    private final int capacity;
    private final Set<T> things;

    @JsonCreator
    private Recent(@JsonProperty("capacity") int capacity, @JsonProperty("things") LinkedHashSet<T> things) {
        this.capacity = capacity;
        this.things = things;
    }

    /** Nothing yet, and never more than {@code capacity} things. */
    public static <T> Recent<T> atMost(int capacity) {
        return new Recent<>(capacity, new LinkedHashSet<>());
    }

    /** The same things, which are remembered and forgotten apart from these from now on. */
    public Recent<T> copy() {
        return new Recent<>(capacity, new LinkedHashSet<>(things));
    }

    /** Whether this thing is among the remembered. */
    public boolean includes(T thing) {
        return things.contains(thing);
    }

    /** Remembers this thing as the newest and forgets the oldest if there are too many. */
    public void remember(T thing) {
        things.remove(thing);
        things.add(thing);
        if (things.size() > capacity) {
            things.remove(things.iterator().next());
        }
    }
}
