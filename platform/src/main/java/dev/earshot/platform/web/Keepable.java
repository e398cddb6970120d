package dev.earshot.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters.ServerBuilder;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Refuses what requests say and no database keeps: texts with the character U+0000, and moments whose year has not four digits
 * (RFC 3339). Once it was a fact, it would stop every view that keeps it. Facts themselves may hold any moment, such as
 * {@link Instant#MAX} for never.
 */
@Configuration(proxyBeanMethods = false)
public class Keepable implements WebMvcConfigurer {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private final ObjectProvider<JsonMapper> json;

    Keepable(ObjectProvider<JsonMapper> json) {
        this.json = json;
    }

    /** Whether a database keeps this moment. */
    public static boolean isKeepable(Instant moment) {
        return !moment.isBefore(EARLIEST) && !moment.isAfter(LATEST);
    }

    /** Whether a database keeps this text. */
    public static boolean isKeepable(String text) {
        return text.indexOf('\0') < 0;
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, Instant.class, Keepable::moment);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ParametersRead());
    }

    @Override
    public void configureMessageConverters(ServerBuilder converters) {
        SimpleModule keepable = new SimpleModule("keepable")
                .addDeserializer(Instant.class, new MomentsInBodies())
                .addDeserializer(String.class, new TextsInBodies());
        JsonMapper bodies = json.getObject().rebuild().addModule(keepable).build();
        converters.withJsonConverter(new JacksonJsonHttpMessageConverter(bodies));
    }

    private static Instant moment(String text) {
        Instant moment = Instant.parse(text.strip());
        if (!isKeepable(moment)) {
            throw new DateTimeException("beyond all years of four digits: " + text);
        }
        return moment;
    }

    private static final class MomentsInBodies extends StdDeserializer<Instant> {
        private MomentsInBodies() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) {
            Instant moment = InstantDeserializer.INSTANT.deserialize(json, context);
            return moment == null || isKeepable(moment)
                    ? moment
                    : (Instant) context.handleWeirdStringValue(Instant.class, json.getString(), "beyond all years");
        }
    }

    private static final class TextsInBodies extends StringDeserializer {
        @Override
        public String deserialize(JsonParser json, DeserializationContext context) {
            String text = super.deserialize(json, context);
            return text == null || isKeepable(text)
                    ? text
                    : (String) context.handleWeirdStringValue(String.class, text, "a character that is none");
        }
    }
}
