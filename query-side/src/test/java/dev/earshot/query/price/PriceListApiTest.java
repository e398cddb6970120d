package dev.earshot.query.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.account.Role;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.PriceListId;
import dev.earshot.api.id.SimulationId;
import dev.earshot.api.price.Breach;
import dev.earshot.api.price.PriceListEvent.GuardrailOverridden;
import dev.earshot.api.price.PriceListEvent.HousePricesKept;
import dev.earshot.api.price.PriceListEvent.PriceListDrafted;
import dev.earshot.api.price.PriceListEvent.PriceListPublished;
import dev.earshot.api.price.PriceListEvent.PriceListWithdrawn;
import dev.earshot.api.price.PriceListEvent.PricesTried;
import dev.earshot.api.price.Trial;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.simulation.Variance;
import dev.earshot.query.QueryTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PriceListApiTest extends QueryTest {
    private static final AccountId ADMIN = new AccountId("acc_admin");
    private static final PriceList HOUSE = new PriceList(1_500, new Grace(60, 1), 10);
    private static final PriceList SPRING = new PriceList(1_200, new Grace(60, 1), 10);
    private static final PriceList SUMMER = new PriceList(1_000, new Grace(60, 1), 10);
    private static final PriceListId SPRING_ID = new PriceListId("prl_spring");
    private static final PriceListId SUMMER_ID = new PriceListId("prl_summer");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    @BeforeEach
    void empty() {
        jdbc.execute("TRUNCATE price_fact");
    }

    @Test
    void tells_which_list_was_in_force_at_any_moment() {
        given(house(), draft(SPRING_ID, SPRING), draft(SUMMER_ID, SUMMER), published(SUMMER_ID, SUMMER, JUNE));
        // Decided later, for an earlier beginning: what follows on it stays as it was decided.
        given(published(SPRING_ID, SPRING, MAY));

        assertThat(inForce("1990-01-01T00:00:00Z")).isEqualTo("prl_0");
        assertThat(inForce(MAY.minusMillis(1).toString())).isEqualTo("prl_0");
        assertThat(inForce(MAY.toString())).isEqualTo("prl_spring");
        assertThat(inForce(JUNE.minusMillis(1).toString())).isEqualTo("prl_spring");
        assertThat(inForce(JUNE.toString())).isEqualTo("prl_summer");
        assertThat(inForce(FAR.toString())).isEqualTo("prl_summer");
        assertThat(ask("/in-force?at=1969-12-31T23:59:59Z").path("code").asString())
                .isEqualTo("NO_PRICE_LIST_IN_FORCE");
    }

    @Test
    void tells_who_put_a_list_in_force_and_against_what() {
        var trial = new Trial(new SimulationId("sim_1"), false, 7, 99, new Variance(1, 2, 3, 4, 5), MAY);
        given(
                house(),
                draft(SPRING_ID, SPRING),
                new PricesTried(SPRING, trial, MAY),
                new GuardrailOverridden(SPRING_ID, List.of(Breach.TRIAL_INVALID), "A new law.", ADMIN, MAY),
                published(SPRING_ID, SPRING, MAY));

        JsonNode list = ask("/prl_spring");

        assertThat(list.path("status").asString()).isEqualTo("IN_FORCE");
        assertThat(list.path("draftedBy").asString()).isEqualTo("acc_admin");
        assertThat(list.path("trial").path("simulationId").asString()).isEqualTo("sim_1");
        assertThat(list.path("trial").path("valid").asBoolean(true)).isFalse();
        JsonNode publication = list.path("publications").get(0);
        assertThat(publication.path("by").asString()).isEqualTo("acc_admin");
        assertThat(publication.path("override").path("reason").asString()).isEqualTo("A new law.");
        assertThat(publication.path("override").path("breaches").get(0).asString())
                .isEqualTo("TRIAL_INVALID");
        assertThat(ask("").path("items"))
                .extracting(item -> item.path("status").asString())
                .containsExactly("IN_FORCE", "FORMER");
    }

    @Test
    void a_scheduled_list_that_is_withdrawn_never_comes_into_force() {
        given(house(), draft(SPRING_ID, SPRING), published(SPRING_ID, SPRING, FAR));
        assertThat(ask("/prl_spring").path("status").asString()).isEqualTo("SCHEDULED");

        given(new PriceListWithdrawn(SPRING_ID, FAR, ADMIN, MAY));

        assertThat(ask("/prl_spring").path("status").asString()).isEqualTo("DRAFT");
        assertThat(ask("/prl_spring")
                        .path("publications")
                        .get(0)
                        .path("withdrawnAt")
                        .asString())
                .isEqualTo(MAY.toString());
        assertThat(inForce(FAR.plus(Duration.ofDays(1)).toString())).isEqualTo("prl_0");
        assertThat(ask("/prl_nobodys").path("code").asString()).isEqualTo("PRICE_LIST_UNKNOWN");
    }

    private static HousePricesKept house() {
        return new HousePricesKept(HOUSE, Instant.EPOCH, MAY.minusSeconds(60));
    }

    private static PriceListDrafted draft(PriceListId id, PriceList prices) {
        return new PriceListDrafted(id, "A name", prices, ADMIN, MAY.minusSeconds(30));
    }

    private static PriceListPublished published(PriceListId id, PriceList prices, Instant from) {
        return new PriceListPublished(id, prices, from, ADMIN, MAY.minusSeconds(10));
    }

    private String inForce(String at) {
        return ask("/in-force?at=" + at).path("priceListId").asString();
    }

    private JsonNode ask(String path) {
        return get("/v1/admin/price-lists" + path, ADMIN, Role.FINANCE).body();
    }
}
