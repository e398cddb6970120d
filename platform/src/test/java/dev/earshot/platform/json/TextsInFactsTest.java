package dev.earshot.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.id.Id;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No fact has personal data in clear. So every text that any fact has is listed with what it is, and one that nobody has
 * thought of is found here: what people write is sealed and kept under a name, see the ADRs on keys and on notes.
 */
class TextsInFactsTest {
    private static final Path MESSAGES = Path.of("src/test/resources/dev/earshot/platform/json/messages.golden");
    private static final Path TEXTS = Path.of("src/test/resources/dev/earshot/platform/json/texts-in-facts.txt");

    @Test
    void every_text_of_every_fact_is_known_and_none_is_what_somebody_has_written() throws IOException {
        Set<String> texts = new TreeSet<>();
        Set<Type> seen = new HashSet<>();
        for (Class<?> fact : facts()) {
            collect(fact, seen, texts);
        }

        assertThat(texts)
                .as("add it to %s, with what it is", TEXTS)
                .containsExactlyElementsOf(
                        lines().map(line -> line.split(" ", 2)[0]).toList());
        assertThat(lines()).allSatisfy(line -> assertThat(line).matches("\\S+ \\S.*"));
    }

    private static Stream<String> lines() throws IOException {
        return Files.readAllLines(TEXTS).stream().filter(line -> !line.startsWith("#"));
    }

    /** Facts are what has a revision. */
    private static Set<Class<?>> facts() throws IOException {
        Set<Class<?>> facts = new HashSet<>();
        for (String line : Files.readAllLines(MESSAGES)) {
            String[] words = line.split(" ", 3);
            if (words.length == 3 && words[1].matches("\\d+")) {
                facts.add(named(words[0]));
            }
        }
        assertThat(facts).hasSizeGreaterThan(100);
        return facts;
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(gone);
        }
    }

    private static void collect(Type type, Set<Type> seen, Set<String> texts) {
        if (!seen.add(type)) {
            return;
        }
        if (type instanceof ParameterizedType several) {
            Arrays.stream(several.getActualTypeArguments()).forEach(one -> collect(one, seen, texts));
        } else if (type instanceof Class<?> one && !Id.class.isAssignableFrom(one)) {
            if (one.isSealed()) {
                Arrays.stream(one.getPermittedSubclasses()).forEach(kind -> collect(kind, seen, texts));
            } else if (one.isRecord()) {
                Arrays.stream(one.getRecordComponents()).forEach(part -> collect(one, part, seen, texts));
            }
        }
    }

    private static void collect(Class<?> owner, RecordComponent part, Set<Type> seen, Set<String> texts) {
        if (part.getGenericType().getTypeName().contains("java.lang.String")) {
            texts.add(owner.getName().replaceFirst(".*[.$]", "") + "." + part.getName());
        }
        collect(part.getGenericType(), seen, texts);
    }
}
