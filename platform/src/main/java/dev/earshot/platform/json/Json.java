package dev.earshot.platform.json;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.module.SimpleModule;

/** Gives HTTP and the log the same JSON. HTTP is strict about what it reads (application.yml), the log is tolerant. */
@Configuration(proxyBeanMethods = false)
class Json {
    /** Boot adds every module to the mapper for HTTP. */
    @Bean
    EarshotJson earshotJson() {
        return new EarshotJson();
    }

    /**
     * Axon's positions in the log name their class inside other positions; without the rule below a new processor could
     * not write its first one. A field that a later version wrote must not stop an earlier one from reading.
     */
    @Bean
    Jackson3SerializerCustomizer logJson(EarshotJson earshotJson) {
        return mapper -> mapper.addModule(earshotJson)
                .addModule(new SimpleModule("earshot-log").addDeserializer(MetaData.class, new PlainMetaData()))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType("org.axonframework.")
                        .allowIfSubType("dev.earshot.")
                        .build());
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer(Jackson3SerializerCustomizer logJson) {
        return new LogSerializer(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(logJson));
    }
}
