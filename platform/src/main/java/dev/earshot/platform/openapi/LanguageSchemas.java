package dev.earshot.platform.openapi;

import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.earshot.api.id.Id;
import dev.earshot.api.money.Money;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The schemas of the shared language, which travels otherwise than its classes look: an id is a string. */
@Component
class LanguageSchemas implements ModelConverter {
    private static final String MONEY = "Money";

    @Override
    public Schema<?> resolve(AnnotatedType asked, ModelConverterContext context, Iterator<ModelConverter> others) {
        var type = TypeFactory.defaultInstance().constructType(asked.getType()).getRawClass();
        if (Id.class.isAssignableFrom(type)) {
            return id(type);
        }
        if (type == Currency.class) {
            return currency();
        }
        if (type == Money.class) {
            context.defineModel(MONEY, money(), asked, null);
            return new JsonSchema().$ref("#/components/schemas/" + MONEY);
        }
        return others.hasNext() ? others.next().resolve(asked, context, others) : null;
    }

    private static Schema<?> id(Class<?> type) {
        try {
            var prefix = (String) type.getField("PREFIX").get(null);
            return string().pattern("^" + prefix + "[0-9A-Za-z]{1,40}$");
        } catch (ReflectiveOperationException everyKindHasOne) {
            return string();
        }
    }

    private static Schema<?> currency() {
        return string().pattern("^[A-Z]{3}$").description("ISO 4217").example("USD");
    }

    private static Schema<?> money() {
        var minor = new JsonSchema()
                .types(Set.of("integer"))
                .format("int64")
                .description("Whole minor units: 1250 is 12.50 USD or 1250 JPY")
                .example(1250);
        var money = new JsonSchema();
        money.setTypes(Set.of("object"));
        money.setName(MONEY);
        money.setRequired(List.of("minor", "currency"));
        money.addProperty("minor", minor);
        money.addProperty("currency", currency());
        return money;
    }

    private static Schema<?> string() {
        return new JsonSchema().types(Set.of("string"));
    }
}
