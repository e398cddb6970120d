package dev.earshot.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The shapes a process can have. */
enum Shape {
    ALL(AllInOne.class),
    COMMAND(CommandNode.class),
    QUERY(QueryNode.class),
    SAGAS(SagasNode.class);

    private final Class<?> launcher;

    Shape(Class<?> launcher) {
        this.launcher = launcher;
    }

    Class<?> launcher() {
        return launcher;
    }

    static Optional<Shape> named(String name) {
        return Arrays.stream(values())
                .filter(shape -> shape.option().equals(name))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(Shape::option).collect(Collectors.joining(", "));
    }

    private String option() {
        return name().toLowerCase(Locale.ROOT);
    }
}
