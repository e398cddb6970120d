package dev.earshot.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.adapter.signature.TimedSignature;
import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Person;
import dev.earshot.app.client.Talk;
import dev.earshot.platform.secrets.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** What was bought in a store, by members and by people who are none yet. */
@Execution(ExecutionMode.CONCURRENT)
class PendingPurchaseTest {
    private final String name = "buyer" + UUID.randomUUID();
    private final String payment = "tx_" + UUID.randomUUID();
    private final String customer = "profile-" + UUID.randomUUID();

    @Test
    void what_was_paid_before_registration_is_in_the_wallet_at_sign_up_once() {
        tell("payment.paid", "one", "tokens-550", customer);
        Market.eventually().until(() -> listed("WAITING"));

        Member ann = new Member(Market.api().signIn(name));

        Market.eventually().until(() -> tokens(ann) == 550);
        tell("payment.paid", "two", "tokens-550", customer);
        assertThat(becomes("two", "PROCESSED").path("error").asString()).isEmpty();
        Market.eventually().until(() -> listed("CLAIMED"));
        assertThat(listed("WAITING")).isFalse();
        assertThat(tokens(ann)).isEqualTo(550);
        assertThat(ann.person().get("/v1/wallet/top-ups").ok().at("items").size())
                .isEqualTo(1);
        Answer second = claim(Market.somebody());
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("PURCHASE_CLAIMED");
    }

    /** The account pays by the minute; the pack is kept, explained and burnt. */
    @Test
    void a_pack_of_another_version_is_kept_explained_and_usable() {
        tell("payment.paid", "one", "tokens-550", customer);
        Market.eventually().until(() -> listed("WAITING"));
        Person person = Market.somebody();

        Answer claimed = claim(person).ok();

        assertThat(claimed.text("claims.0.note.code")).isEqualTo("PACK_OF_ANOTHER_VERSION");
        Member ann = new Member(person);
        Market.eventually().until(() -> tokens(ann) == 550);
        Talk talk = Market.connected(ann, Market.liveListener());
        Market.after(talk, 2);
        talk.endByMember().ok();
        Answer call = Market.settled(talk);
        assertThat(call.text("charged.0.pocket")).isEqualTo("TOKENS");
        assertThat(550 - tokens(ann)).isEqualTo(Market.RATE / 10 * call.number("billableSeconds") / 60);
    }

    @Test
    void what_a_member_buys_in_the_store_comes_by_itself() {
        Member ann = Market.memberWith(0);

        tell("payment.paid", "one", "minutes-30", ann.person().accountId());

        Market.eventually().until(() -> Market.pocket(ann, "MOMENTS") == 1800);
        String topUp = ann.person().get("/v1/wallet/top-ups").ok().text("items.0.topUpId");
        Answer shown = ann.person().get("/v1/wallet/top-ups/" + topUp).ok();
        assertThat(shown.text("method")).isEqualTo("store");
        assertThat(shown.number("amount.minor")).isEqualTo(899);
    }

    @Test
    void what_is_not_in_the_catalogue_is_listed_with_the_reason() {
        tell("payment.paid", "one", "tokens-7", customer);

        assertThat(becomes("one", "UNROUTED").path("error").asString()).contains("tokens-7");
    }

    @Test
    void a_refund_told_before_its_purchase_leaves_nothing_to_claim() {
        tell("payment.refunded", "one", "", "");
        becomes("one", "PROCESSED");

        tell("payment.paid", "two", "tokens-550", customer);

        becomes("two", "PROCESSED");
        Market.eventually().until(() -> listed("REFUNDED"));
        Answer claimed = claim(Market.somebody());
        assertThat(claimed.code()).isEqualTo("PURCHASE_REFUNDED");
        assertThat(tokens(new Member(Market.api().signIn(name)))).isZero();
    }

    /** A store tells of its refunds as of its sales: by the name of the payment alone. */
    @Test
    void a_refund_told_after_the_claim_takes_back_what_is_left() {
        tell("payment.paid", "one", "tokens-550", customer);
        Member ann = new Member(Market.api().signIn(name));
        Market.eventually().until(() -> tokens(ann) == 550);

        tell("payment.refunded", "two", "", "");

        Market.eventually().until(() -> tokens(ann) == 0);
        assertThat(becomes("two", "PROCESSED").path("kind").asString()).isEqualTo("Refunded");
    }

    @Test
    void a_disputed_purchase_waits_and_comes_by_itself_once_the_dispute_is_won() {
        tell("dispute.opened", "early", "", "");
        becomes("early", "UNROUTED");
        tell("payment.paid", "one", "tokens-550", customer);
        becomes("early", "PROCESSED");
        Market.eventually().until(() -> listed("DISPUTED"));
        Member ann = new Member(Market.api().signIn(name));
        assertThat(claim(ann.person()).code()).isEqualTo("PURCHASE_DISPUTED");
        assertThat(tokens(ann)).isZero();

        tell("dispute.won", "won", "", "");

        Market.eventually().until(() -> tokens(ann) == 550);
        Market.eventually().until(() -> listed("CLAIMED"));
    }

    @Test
    void a_dispute_after_the_claim_takes_the_pack_and_a_won_one_gives_it_back() {
        tell("payment.paid", "one", "tokens-550", customer);
        Member ann = new Member(Market.api().signIn(name));
        Market.eventually().until(() -> tokens(ann) == 550);

        tell("dispute.opened", "two", "", "");
        Market.eventually().until(() -> tokens(ann) == 0);
        tell("dispute.won", "three", "", "");

        Market.eventually().until(() -> tokens(ann) == 550);
    }

    @Test
    void what_a_store_gives_for_nothing_is_usable_and_nothing_of_it_goes_back() {
        tell("payment.paid", "one", "tokens-550", customer, 0);
        Member ann = new Member(Market.api().signIn(name));
        Market.eventually().until(() -> tokens(ann) == 550);

        tell("payment.refunded", "two", "", "", 0);
        tell("dispute.opened", "three", "", "", 899);
        becomes("two", "PROCESSED");
        becomes("three", "PROCESSED");

        Market.eventually()
                .until(() -> ann.person().get("/v1/wallet/top-ups").ok().number("items.0.disputed.minor") == 899);
        assertThat(tokens(ann)).isEqualTo(550);
    }

    @Test
    void finance_is_told_where_a_store_purchase_is_given_back() {
        tell("payment.paid", "one", "tokens-550", customer);
        Member ann = new Member(Market.api().signIn(name));
        Market.eventually().until(() -> tokens(ann) == 550);
        String topUp = ann.person().get("/v1/wallet/top-ups").ok().text("items.0.topUpId");

        Answer refused = Market.somebody("finance")
                .post("/v1/admin/top-ups/" + topUp + "/refunds", Map.of("reason", "REQUESTED_BY_MEMBER"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("TOP_UP_OF_STORE");
        assertThat(refused.text("detail")).contains("console", payment);
        assertThat(tokens(ann)).isEqualTo(550);
    }

    @Test
    void an_account_that_does_not_exist_gets_nothing_and_its_money_is_listed() {
        tell("payment.paid", "one", "tokens-550", "acc_nobodyatall" + payment.substring(3, 11));

        becomes("one", "PROCESSED");
        Market.eventually().until(() -> listed("WAITING"));
    }

    private void tell(String type, String event, String product, String by) {
        tell(type, event, product, by, 899);
    }

    private void tell(String type, String event, String product, String by, long minor) {
        String body = """
                {"id": "%s", "type": "%s", "payment": "%s", "subject": "", "customer": "%s", "product": "%s",
                 "email": "%s@example.com", "amount": {"minor": %d, "currency": "USD"}, "at": "2026-01-01T10:00:00Z"}""".formatted(event + payment, type, payment, by, product, name, minor);
        byte[] secret = Running.inside(Secrets.class).get("sandbox-hooks");
        String signature = TimedSignature.header(secret, Instant.now(), body.getBytes(StandardCharsets.UTF_8));
        Market.api()
                .anonymous()
                .send("POST", "/hooks/sandbox", body, Map.of("Sandbox-Signature", signature))
                .ok();
    }

    private JsonNode becomes(String event, String status) {
        return Market.eventually()
                .until(
                        () -> told(event),
                        hook -> hook.path("status").asString("").equals(status));
    }

    private JsonNode told(String event) {
        Answer hooks = Market.somebody("finance")
                .get("/v1/admin/payment-events?provider=sandbox&limit=200")
                .ok();
        for (JsonNode hook : hooks.at("items")) {
            if (hook.path("eventId").asString().equals(event + payment)) {
                return hook;
            }
        }
        return hooks.at("nothing");
    }

    private boolean listed(String status) {
        return Market.somebody("finance")
                .get("/v1/admin/pending-purchases?limit=200&status=" + status)
                .ok()
                .at("items")
                .findValuesAsString("reference")
                .contains(payment);
    }

    private Answer claim(Person person) {
        return person.post("/v1/purchases/claims", Map.of("provider", "sandbox", "customerId", customer));
    }

    private static long tokens(Member member) {
        return Market.pocket(member, "TOKENS");
    }
}
