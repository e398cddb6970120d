package dev.earshot.platform.json;

import java.time.Instant;
import java.time.LocalDate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/**
 * Reads an instant as we write it, {@code 2026-01-31T09:05:00.123Z}. Every event carries two, and the general parser takes a
 * fifth of the time that it takes to read an event. What looks different in any way is left to that parser.
 */
public final class PlainInstant extends StdDeserializer<Instant> {
    private static final long DAY = 86_400;
    private static final int SECONDS_END = 19;
    private static final int NANO_DIGITS = 9;
    private static final long NOT_PLAIN = -1;

    private final ValueDeserializer<?> general;

    PlainInstant(ValueDeserializer<?> general) {
        super(Instant.class);
        this.general = general;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
        return new PlainInstant(InstantDeserializer.INSTANT.createContextual(context, property));
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) {
        if (json.hasToken(JsonToken.VALUE_STRING)) {
            String text = json.getString();
            long second = second(text);
            long nanos = nanos(text);
            if (second != NOT_PLAIN && nanos != NOT_PLAIN) {
                return Instant.ofEpochSecond(second, nanos);
            }
        }
        return (Instant) general.deserialize(json, context);
    }

    /** The instant of a text in ISO 8601, in whatever precision. */
    public static Instant of(String text) {
        long second = second(text);
        long nanos = nanos(text);
        return second == NOT_PLAIN || nanos == NOT_PLAIN ? Instant.parse(text) : Instant.ofEpochSecond(second, nanos);
    }

    private static long second(String text) {
        if (text.length() <= SECONDS_END
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return NOT_PLAIN;
        }
        long year = number(text, 0, 4);
        long month = number(text, 5, 7);
        long day = number(text, 8, 10);
        long hour = number(text, 11, 13);
        long minute = number(text, 14, 16);
        long second = number(text, 17, SECONDS_END);
        // Before 1970 an instant could not be told from what is not plain.
        if (year < 1970 || month < 1 || month > 12 || day < 1 || hour < 0 || hour > 23) {
            return NOT_PLAIN;
        }
        LocalDate first = LocalDate.of((int) year, (int) month, 1);
        if (day > first.lengthOfMonth() || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return NOT_PLAIN;
        }
        return (first.toEpochDay() + day - 1) * DAY + hour * 3600 + minute * 60 + second;
    }

    /** What stands between the seconds and the final {@code Z}. */
    private static long nanos(String text) {
        int end = text.length() - 1;
        if (end < SECONDS_END || text.charAt(end) != 'Z') {
            return NOT_PLAIN;
        }
        if (end == SECONDS_END) {
            return 0;
        }
        int digits = end - SECONDS_END - 1;
        if (text.charAt(SECONDS_END) != '.' || digits < 1 || digits > NANO_DIGITS) {
            return NOT_PLAIN;
        }
        long nanos = number(text, SECONDS_END + 1, end);
        for (int i = digits; nanos > 0 && i < NANO_DIGITS; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static long number(String text, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NOT_PLAIN;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
