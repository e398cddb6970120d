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
        var id = typed("string");
        try {
            id.setPattern("^" + type.getField("PREFIX").get(null) + "[0-9A-Za-z]{1,40}$");
        } catch (ReflectiveOperationException anyKind) {
            id.setDescription("An id of any kind");
        }
        return id;
    }

    private static Schema<?> currency() {
        var currency = typed("string");
        currency.setPattern("^[A-Z]{3}$");
        currency.setDescription("ISO 4217");
        currency.setExample("USD");
        return currency;
    }

    private static Schema<?> money() {
        var minor = typed("integer");
        minor.setFormat("int64");
        minor.setDescription("Whole minor units: 1250 is 12.50 USD or 1250 JPY");
        minor.setExample(1250);
        var money = typed("object");
        money.setName(MONEY);
        money.addProperty("minor", minor);
        money.addProperty("currency", currency());
        money.setRequired(List.of("minor", "currency"));
        return money;
    }

    static Schema<Object> typed(String type) {
        var schema = new JsonSchema();
        schema.addType(type);
        return schema;
    }
}
