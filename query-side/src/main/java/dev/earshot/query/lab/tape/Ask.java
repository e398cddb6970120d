package dev.earshot.query.lab.tape;

/**
 * A running call asked for more, or was given more when funds arrived.
 *
 * @param moment when
 * @param before what was granted before, seconds
 * @param after what was granted then; as before where nothing could be added
 * @param wanted how much more was asked for, as far as facts tell: where it was given, as much as was given
 */
public record Ask(Moment moment, long before, long after, long wanted) {
    public boolean isDeclined() {
        return after == before;
    }
}
