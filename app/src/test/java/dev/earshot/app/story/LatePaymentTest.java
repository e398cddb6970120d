package dev.earshot.app.story;

import static dev.earshot.app.story.Market.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.TopUpCommand.ConfirmTopUp;
import dev.earshot.api.topup.TopUpCommand.RecordRefund;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Person;
import java.time.Instant;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A provider that says no, and long after its customer is erased says that they have paid. */
@Execution(ExecutionMode.CONCURRENT)
class LatePaymentTest {
    private static final Money PAID = Money.of(1_234, "USD");

    private final Person finance = Market.somebody("finance");
    private final CommandGateway network = Running.inside(CommandGateway.class);

    @Test
    void a_payment_for_an_erased_member_is_owed_to_nobody_and_neither_is_what_goes_back_of_it() {
        Member ann = new Member(Market.somebody());
        var topUp = new TopUpId(ann.topUp(PAID.minor(), "test_declined"));
        eventually()
                .until(() -> ann.person()
                        .get("/v1/wallet/top-ups/" + topUp)
                        .text("status")
                        .equals("DECLINED"));
        ann.person().send("DELETE", "/v1/me", "{}", Map.of()).ok();

        network.sendAndWait(new ConfirmTopUp(topUp, PAID, "sbx_" + topUp.suffix(), Instant.now()));

        eventually().until(() -> stands("MEMBER_CASH", ann) == PAID.minor());
        assertThat(stands("GIVEN_UP", ann)).isEqualTo(-PAID.minor());
        assertThat(stands("UNAPPLIED_PAYMENTS", ann)).isZero();
        assertBalanced();

        network.sendAndWait(new RecordRefund(topUp, PAID, Instant.now()));

        eventually().until(() -> stands("MEMBER_CASH", ann) == 0);
        assertThat(stands("GIVEN_UP", ann)).isZero();
        assertThat(stands("UNAPPLIED_PAYMENTS", ann)).isZero();
        assertBalanced();
    }

    private long stands(String code, Member member) {
        return finance.get("/v1/ledger/accounts/" + code + "/balance?currency=USD&owner="
                        + member.person().accountId())
                .ok()
                .at("balances")
                .path(0)
                .path("minor")
                .asLong();
    }

    private void assertBalanced() {
        assertThat(finance.get("/v1/ledger/trial-balance").ok().at("currencies"))
                .allSatisfy(sum -> assertThat(sum.path("balanced").asBoolean()).isTrue());
    }
}
