package dev.earshot.platform;

import dev.earshot.platform.database.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test on the real platform with an empty database of its own: {@code @IntegrationTest(CommandSide.class)}. Tests with
 * the same classes share one context and hence one database, so each test takes ids of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest
@Import({Platform.class, IntegrationTest.Boot.class})
@ContextConfiguration(initializers = TestDatabase.class)
public @interface IntegrationTest {
    /** The side under test and whatever else shall run. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "classes")
    Class<?>[] value() default {};

    /** Settings as {@code name=value}. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] settings() default {};

    /** Whether requests are served, and how. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "webEnvironment")
    SpringBootTest.WebEnvironment web() default SpringBootTest.WebEnvironment.MOCK;

    /** Boot's own beans. */
    @EnableAutoConfiguration
    final class Boot {}
}
