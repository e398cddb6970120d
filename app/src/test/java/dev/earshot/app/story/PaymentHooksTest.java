package dev.earshot.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.app.client.Member;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class PaymentHooksTest {
    @Test
    void money_that_comes_after_a_decline_is_in_the_wallet_once_however_often_it_is_told() {
        Member ann = Market.memberWith(0);
        String topUp = ann.topUp(2_000, "test_declined");
        Market.eventually().until(() -> Market.topUp(ann, topUp), "DECLINED"::equals);
        String paid = """
                {"id": "sev_%s", "type": "payment.paid", "payment": "sbx_late", "subject": "%s",
                 "amount": {"minor": 2000, "currency": "USD"}, "at": "2026-01-01T10:00:00Z"}""".formatted(topUp, topUp);

        IntStream.range(0, 5)
                .parallel()
                .forEach(time -> assertThat(SandboxNetwork.tell(paid).status()).isEqualTo(200));

        Market.eventually().until(() -> Market.topUp(ann, topUp), "PAID"::equals);
        SandboxNetwork.tell(paid);
        SandboxNetwork.tell(paid.replace("sev_", "sev_other"));
        Market.eventually().until(() -> statusOf("sev_other" + topUp), "PROCESSED"::equals);
        assertThat(Market.wallet(ann, "available")).isEqualTo(2_000);
        assertThat(ann.person().get("/v1/wallet/entries").ok().at("items").size())
                .isEqualTo(1);
    }

    private static String statusOf(String eventId) {
        for (var event : Market.somebody("finance")
                .get("/v1/admin/payment-events?provider=sandbox&limit=200")
                .ok()
                .at("items")) {
            if (event.path("eventId").asString().equals(eventId)) {
                return event.path("status").asString();
            }
        }
        return "";
    }
}
