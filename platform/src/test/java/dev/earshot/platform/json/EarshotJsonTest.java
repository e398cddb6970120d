package dev.earshot.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.meter.Draw;
import dev.earshot.api.meter.MeterEvent.SecondsDrawn;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Pocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.json.JsonMapper;

class EarshotJsonTest {
    private static final CallId CALL = new CallId("call_7fQ2");
    private static final Instant AT = Instant.parse("2026-03-01T10:15:30.250Z");

    private final JsonMapper json =
            JsonMapper.builder().addModule(new EarshotJson()).build();

    @Test
    void an_id_travels_as_its_bare_value() {
        assertThat(json.writeValueAsString(CALL)).isEqualTo("\"call_7fQ2\"");
        assertThat(json.readValue("\"call_7fQ2\"", CallId.class)).isEqualTo(CALL);
    }

    @Test
    void an_id_may_be_the_key_of_a_map() {
        Map<CallId, Integer> seconds = Map.of(CALL, 7);
        assertThat(json.writeValueAsString(seconds)).isEqualTo("{\"call_7fQ2\":7}");
        assertThat(json.readValue("{\"call_7fQ2\":7}", new TypeReference<Map<CallId, Integer>>() {}))
                .isEqualTo(seconds);
    }

    @Test
    void a_string_of_another_shape_is_no_id_and_the_place_is_told() {
        assertThatThrownBy(() -> json.readValue("{\"walletId\":\"call_7fQ2\"}", HasWallet.class))
                .isInstanceOfSatisfying(
                        InvalidFormatException.class,
                        failure -> assertThat(failure.getPath())
                                .singleElement()
                                .satisfies(place ->
                                        assertThat(place.getPropertyName()).isEqualTo("walletId")))
                .hasMessageContaining("wal_");
    }

    @Test
    void an_object_is_no_id() {
        assertThatThrownBy(() -> json.readValue("{\"value\":\"call_7fQ2\"}", CallId.class))
                .isInstanceOf(tools.jackson.databind.DatabindException.class);
    }

    @Test
    void money_travels_as_its_two_components_and_nothing_it_can_answer() {
        Money money = Money.of(1250, "USD");
        assertThat(json.writeValueAsString(money)).isEqualTo("{\"minor\":1250,\"currency\":\"USD\"}");
        assertThat(json.readValue("{\"minor\":1250,\"currency\":\"USD\"}", Money.class))
                .isEqualTo(money);
    }

    @Test
    void a_record_may_answer_a_question_with_the_name_of_a_component() {
        Live live = new Live(true);
        assertThat(json.writeValueAsString(live)).isEqualTo("{\"live\":true}");
        assertThat(json.readValue("{\"live\":true}", Live.class)).isEqualTo(live);
    }

    @Test
    void times_are_iso_and_durations_too() {
        Times times = new Times(AT, Duration.ofSeconds(90), Optional.of(Currency.getInstance("JPY")));
        String written = json.writeValueAsString(times);
        assertThat(written)
                .isEqualTo("{\"at\":\"2026-03-01T10:15:30.250Z\",\"length\":\"PT1M30S\",\"currency\":\"JPY\"}");
        assertThat(json.readValue(written, Times.class)).isEqualTo(times);
    }

    @Test
    void a_tick_of_two_thousand_draws_is_small_and_comes_back_as_it_was() {
        List<Draw> draws = IntStream.range(0, 2000)
                .mapToObj(i -> new Draw(new CallId("call_" + (100_000 + i)), 3599, Pocket.CASH, 14_999, 12_750))
                .toList();
        SecondsDrawn tick = new SecondsDrawn(3, AT, draws);
        String written = json.writeValueAsString(tick);
        assertThat(written)
                .startsWith(
                        "{\"segment\":3,\"at\":\"2026-03-01T10:15:30.250Z\",\"draws\":[[\"call_100000\",3599,\"CASH\",14999,12750],[");
        assertThat(written.length()).isLessThan(2000 * 48);
        assertThat(json.readValue(written, SecondsDrawn.class)).isEqualTo(tick);
    }

    private record HasWallet(WalletId walletId) {}

    private record Live(boolean live) {
        boolean isLive() {
            return live;
        }

        AccountId getNobody() {
            throw new AssertionError("nobody asks");
        }
    }

    private record Times(Instant at, Duration length, Optional<Currency> currency) {}
}
