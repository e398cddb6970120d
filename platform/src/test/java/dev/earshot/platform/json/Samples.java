package dev.earshot.platform.json;

import dev.earshot.api.simulation.Window;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fixed sample values for any record of the language, so that a new message needs no new fixture. */
final class Samples {
    private Samples() {}

    static Object of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Object element = of(generic.getActualTypeArguments()[0]);
            if (generic.getRawType() == Map.class) {
                return Map.of(element, of(generic.getActualTypeArguments()[1]));
            }
            return generic.getRawType() == Set.class ? Set.of(element) : List.of(element);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == String.class) {
            return "text";
        } else if (raw == long.class) {
            return 7L;
        } else if (raw == int.class || raw == Integer.class) {
            return 5;
        } else if (raw == boolean.class) {
            return true;
        } else if (raw == Instant.class) {
            return Instant.parse("2026-03-01T10:15:30.125Z");
        } else if (raw == Currency.class) {
            return Currency.getInstance("USD");
        } else if (raw == ZoneId.class) {
            return ZoneId.of("Europe/Lisbon");
        } else if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        }
        return ofRecord(raw);
    }

    private static Object ofRecord(Class<?> raw) {
        RecordComponent[] components = raw.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> sample(raw, component))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> canonical = raw.getDeclaredConstructor(types);
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample for " + raw, e);
        }
    }

    private static Object sample(Class<?> raw, RecordComponent component) {
        try {
            boolean id =
                    component.getName().equals("value") && raw.getPackageName().endsWith(".id");
            if (id) {
                return raw.getField("PREFIX").get(null) + "7Sample";
            }
            if (raw == Window.class && component.getName().equals("until")) {
                return Instant.parse("2026-03-02T10:15:30.125Z");
            } else if (component.getName().equals("countries")) {
                return Set.of("PT");
            }
            // The first leg of a grant begins at its first second.
            return component.getName().equals("fromSecond") ? 0L : of(component.getGenericType());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample for " + component, e);
        }
    }
}
