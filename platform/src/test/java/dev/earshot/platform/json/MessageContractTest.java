package dev.earshot.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.account.AccountCommand;
import dev.earshot.api.account.AccountEvent;
import dev.earshot.api.autotopup.AutoTopUpCommand;
import dev.earshot.api.autotopup.AutoTopUpEvent;
import dev.earshot.api.call.CallCommand;
import dev.earshot.api.call.CallEvent;
import dev.earshot.api.call.PromiseOverdue;
import dev.earshot.api.card.CardPaymentCommand;
import dev.earshot.api.card.CardPaymentEvent;
import dev.earshot.api.card.CardReversalCommand;
import dev.earshot.api.card.CardReversalEvent;
import dev.earshot.api.card.CardholderCommand;
import dev.earshot.api.card.CardholderEvent;
import dev.earshot.api.earnings.EarningsCommand;
import dev.earshot.api.earnings.EarningsEvent;
import dev.earshot.api.listener.ListenerCommand;
import dev.earshot.api.listener.ListenerEvent;
import dev.earshot.api.media.MediaEvent;
import dev.earshot.api.membership.MembershipCommand;
import dev.earshot.api.membership.MembershipEvent;
import dev.earshot.api.meter.MeterEvent;
import dev.earshot.api.payout.PayoutCommand;
import dev.earshot.api.payout.PayoutEvent;
import dev.earshot.api.person.PersonCommand;
import dev.earshot.api.person.PersonEvent;
import dev.earshot.api.presence.PresenceCommand;
import dev.earshot.api.presence.PresenceEvent;
import dev.earshot.api.price.PriceListCommand;
import dev.earshot.api.price.PriceListEvent;
import dev.earshot.api.purchase.PurchaseCommand;
import dev.earshot.api.purchase.PurchaseEvent;
import dev.earshot.api.purchase.StoreSubscriptionCommand;
import dev.earshot.api.purchase.StoreSubscriptionEvent;
import dev.earshot.api.reconciliation.BreakCommand;
import dev.earshot.api.reconciliation.BreakEvent;
import dev.earshot.api.reconciliation.ReportCommand;
import dev.earshot.api.reconciliation.ReportEvent;
import dev.earshot.api.shadow.ShadowCommand;
import dev.earshot.api.shadow.ShadowEvent;
import dev.earshot.api.simulation.SimulationCommand;
import dev.earshot.api.simulation.SimulationEvent;
import dev.earshot.api.topup.TopUpCommand;
import dev.earshot.api.topup.TopUpEvent;
import dev.earshot.api.wallet.WalletCommand;
import dev.earshot.api.wallet.WalletEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is stored can be read for ever: the name, the revision and the JSON of every message are pinned in one file. A
 * changed line is a changed contract: add a revision and an upcaster instead. After adding a message run this test with
 * {@code -Dgolden.write=true} and review the new lines.
 */
class MessageContractTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/earshot/platform/json/messages.golden");
    private static final JsonMapper LOG =
            JsonMapper.builder().addModule(new EarshotJson()).build();
    private static final Stream<Class<?>> FAMILIES = Stream.of(
            AccountCommand.class,
            AccountEvent.class,
            AutoTopUpCommand.class,
            AutoTopUpEvent.class,
            BreakCommand.class,
            BreakEvent.class,
            CallCommand.class,
            CallEvent.class,
            CardPaymentCommand.class,
            CardPaymentEvent.class,
            CardReversalCommand.class,
            CardReversalEvent.class,
            CardholderCommand.class,
            CardholderEvent.class,
            EarningsCommand.class,
            EarningsEvent.class,
            ListenerCommand.class,
            ListenerEvent.class,
            MediaEvent.class,
            MembershipCommand.class,
            MembershipEvent.class,
            MeterEvent.class,
            PayoutCommand.class,
            PayoutEvent.class,
            PersonCommand.class,
            PersonEvent.class,
            PresenceCommand.class,
            PresenceEvent.class,
            PriceListCommand.class,
            PriceListEvent.class,
            PurchaseCommand.class,
            PurchaseEvent.class,
            ShadowCommand.class,
            ShadowEvent.class,
            SimulationCommand.class,
            SimulationEvent.class,
            ReportCommand.class,
            ReportEvent.class,
            StoreSubscriptionCommand.class,
            StoreSubscriptionEvent.class,
            TopUpCommand.class,
            TopUpEvent.class,
            WalletCommand.class,
            WalletEvent.class);

    @Test
    void every_message_keeps_its_name_its_revision_and_its_json() throws IOException {
        Map<String, String> lines = new TreeMap<>();
        Stream.concat(
                        FAMILIES.flatMap(family -> Arrays.stream(family.getPermittedSubclasses())),
                        Stream.of(PromiseOverdue.class))
                .forEach(message -> lines.put(message.getName(), line(message)));
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.write(GOLDEN, lines.values());
        }
        assertThat(lines.values()).containsExactlyElementsOf(Files.readAllLines(GOLDEN));
    }

    private static String line(Class<?> message) {
        Object sample = Samples.of(message);
        String json = LOG.writeValueAsString(sample);
        assertThat(LOG.readValue(json, message)).isEqualTo(sample);
        Revision revision = message.getAnnotation(Revision.class);
        assertThat(revision != null)
                .as("%s: events carry a revision, commands none", message.getName())
                .isEqualTo(!message.getName().contains("Command$"));
        return message.getName() + " " + (revision == null ? "-" : revision.value()) + " " + json;
    }
}
