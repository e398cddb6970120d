package dev.earshot.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.query.lab.BillingRules;
import dev.earshot.query.lab.LengthRules;
import dev.earshot.saga.BillingSettings;
import dev.earshot.saga.CallPromiseSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The lab asks for means as the billing does: two readers of the same settings, which must not drift apart. */
class LabRulesTest {
    private static final Binder NOTHING_SET =
            new Binder(new MapConfigurationPropertySource(Map.of("billing.look-every", "1s")));

    @Test
    void the_lab_has_the_defaults_of_the_billing() {
        BillingSettings billing = NOTHING_SET.bindOrCreate("billing", BillingSettings.class);
        BillingRules rules = NOTHING_SET.bindOrCreate("billing", BillingRules.class);

        assertThat(rules.wantedSeconds()).isEqualTo(billing.wantedSeconds());
        assertThat(rules.lowAtSeconds()).isEqualTo(billing.lowAtSeconds());
        assertThat(NOTHING_SET.bindOrCreate("call", LengthRules.class).maximumLength())
                .isEqualTo(NOTHING_SET
                        .bindOrCreate("call", CallPromiseSettings.class)
                        .maximumLength());
    }
}
