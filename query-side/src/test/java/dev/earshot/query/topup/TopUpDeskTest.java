package dev.earshot.query.topup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.account.Role;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.TopUpEvent.TopUpMismatched;
import dev.earshot.api.topup.TopUpEvent.TopUpPaid;
import dev.earshot.api.topup.TopUpEvent.TopUpRequested;
import dev.earshot.query.QueryTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Finance sees which top-ups somebody must look at. */
class TopUpDeskTest extends QueryTest {
    @Test
    void another_amount_than_was_asked_for_is_listed_with_what_came() {
        given(
                requested("fine"),
                new TopUpPaid(topUp("fine"), wallet(), usd(500), "pay_1", story.start),
                requested("dear"),
                new TopUpMismatched(topUp("dear"), wallet(), usd(500), usd(400), "pay_2", story.start));

        var listed = desk("").path("items");

        assertThat(listed.findValuesAsString("topUpId"))
                .contains(topUp("dear").value())
                .doesNotContain(topUp("fine").value());
        JsonNode dear = desk("/" + topUp("dear"));
        assertThat(dear.path("status").asString()).isEqualTo("MISMATCHED");
        assertThat(dear.at("/amount/minor").asLong()).isEqualTo(500);
        assertThat(dear.at("/lines/0/kind").asString()).isEqualTo("MISMATCH");
        assertThat(dear.at("/lines/0/amount/minor").asLong()).isEqualTo(400);
        assertThat(dear.at("/lines/0/name").asString()).isEqualTo("pay_2");
    }

    private JsonNode desk(String path) {
        return get("/v1/admin/top-ups" + path, story.member, Role.FINANCE).body();
    }

    private TopUpRequested requested(String name) {
        return new TopUpRequested(topUp(name), wallet(), usd(500), "test_ok", story.start);
    }

    private TopUpId topUp(String name) {
        return new TopUpId(TopUpId.PREFIX + name + story.suffix);
    }

    private WalletId wallet() {
        return WalletId.of(story.member);
    }

    private static Money usd(long minor) {
        return Money.of(minor, "USD");
    }
}
