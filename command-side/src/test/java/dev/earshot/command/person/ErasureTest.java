package dev.earshot.command.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.api.account.AccountCommand.AskPlan;
import dev.earshot.api.call.Parties;
import dev.earshot.api.card.CaptureFailure;
import dev.earshot.api.card.CardPaymentCommand.AuthorizeCard;
import dev.earshot.api.card.CardPaymentCommand.CaptureCard;
import dev.earshot.api.card.CardPaymentCommand.ConfirmAuthorization;
import dev.earshot.api.card.CardPaymentCommand.ConfirmCapture;
import dev.earshot.api.card.CardPaymentCommand.FailCapture;
import dev.earshot.api.card.CardholderCommand.ConfirmCard;
import dev.earshot.api.card.CardholderCommand.SaveCard;
import dev.earshot.api.card.CardholderEvent.CardRemoved;
import dev.earshot.api.earnings.EarningsCommand.CreditEarnings;
import dev.earshot.api.earnings.EarningsCommand.ImposePenalty;
import dev.earshot.api.earnings.EarningsCommand.ReversePenalty;
import dev.earshot.api.earnings.PenaltyReason;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.CardId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.id.CardholderId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.id.PenaltyId;
import dev.earshot.api.id.PresenceId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.person.ErasureReason;
import dev.earshot.api.person.PersonEvent.AccountErased;
import dev.earshot.api.presence.PresenceCommand.EngageListener;
import dev.earshot.api.presence.PresenceCommand.GoLive;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.topup.TopUpCommand.DeclineTopUp;
import dev.earshot.api.topup.TopUpDecline;
import dev.earshot.api.wallet.WalletCommand.CreditPack;
import dev.earshot.api.wallet.WalletCommand.CreditTopUp;
import dev.earshot.api.wallet.WalletCommand.RaiseReceivable;
import dev.earshot.command.CommandSide;
import dev.earshot.command.Told;
import dev.earshot.platform.IntegrationTest;
import dev.earshot.platform.web.Api;
import dev.earshot.platform.web.Api.Reply;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may be erased, and what is not refused but done. */
@IntegrationTest(value = CommandSide.class, web = WebEnvironment.RANDOM_PORT)
class ErasureTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Money TEN = Money.of(1_000, "USD");
    private static final String FORFEIT = "{\"forfeit\": true}";

    @LocalServerPort
    int port;

    @Autowired
    CommandGateway commands;

    @Autowired
    EventStore log;

    private final String email = UUID.randomUUID() + "@example.com";
    private final String unique = UUID.randomUUID().toString().replace("-", "");
    private Api api;
    private AccountId ann;
    private String token;
    private String refreshToken;

    @BeforeEach
    void ann_signs_in() {
        api = new Api(port);
        var session = signIn(email, "listener");
        ann = new AccountId(session.body().path("accountId").asString());
        token = session.body().path("accessToken").asString();
        refreshToken = session.body().path("refreshToken").asString();
    }

    @Test
    void whoever_has_nothing_is_erased_at_once_and_no_token_of_theirs_is_good_any_more() {
        assertThat(erase("").status()).isEqualTo(204);

        assertThat(erasures())
                .singleElement()
                .satisfies(erased -> assertThat(erased.reason()).isEqualTo(ErasureReason.OWN_WISH))
                .satisfies(erased -> assertThat(erased.forfeited()).isEmpty());
        Reply again = erase("");
        assertThat(again.status()).isEqualTo(401);
        assertThat(again.code()).isEqualTo("TOKEN_INVALID");
        assertThat(api.post("/v1/sessions/refresh")
                        .json("{\"refreshToken\": \"%s\"}".formatted(refreshToken))
                        .send()
                        .code())
                .isEqualTo("REFRESH_TOKEN_INVALID");
    }

    @Test
    void whoever_comes_back_is_somebody_else() {
        erase("");

        var session = signIn(email, "member");

        assertThat(session.status()).isEqualTo(201);
        assertThat(session.body().path("accountId").asString()).isNotEqualTo(ann.value());
    }

    @Test
    void nothing_is_done_for_an_erased_account_whoever_asks() {
        erase("");

        assertThatThrownBy(() -> commands.sendAndWait(new AskPlan(ann)))
                .rootCause()
                .isInstanceOf(Refused.class)
                .hasMessageContaining("erased");
    }

    @Test
    void a_listener_who_is_engaged_by_a_call_is_not_erased() {
        var presence = PresenceId.of(ListenerId.of(ann));
        commands.sendAndWait(new GoLive(presence, NOW));
        commands.sendAndWait(new EngageListener(presence, call(), new AccountId("acc_tom"), NOW));

        refused("", "ERASURE_CALL_RUNNING");
    }

    @Test
    void whoever_owes_something_is_not_erased_even_if_they_give_everything_up() {
        commands.sendAndWait(new RaiseReceivable(WalletId.of(ann), "ref_1", TEN, NOW));

        refused(FORFEIT, "ERASURE_RECEIVABLE_OPEN");
    }

    @Test
    void a_listener_of_whom_more_was_taken_than_there_was_owes_it_and_is_not_erased_until_it_is_given_back() {
        var earnings = EarningsId.of(ListenerId.of(ann));
        var penalty = new PenaltyId("pen_" + unique);
        var supervisor = new AccountId("acc_sue");
        commands.sendAndWait(new CreditEarnings(earnings, call(), Money.of(500, "USD"), 60, NOW, NOW));
        commands.sendAndWait(new ImposePenalty(earnings, penalty, TEN, PenaltyReason.MISCONDUCT, supervisor, NOW));

        refused("", "ERASURE_RECEIVABLE_OPEN");
        refused(FORFEIT, "ERASURE_RECEIVABLE_OPEN");

        commands.sendAndWait(new ReversePenalty(earnings, penalty, supervisor, NOW));
        assertThat(erase(FORFEIT).status()).isEqualTo(204);
        assertThat(erasures())
                .singleElement()
                .satisfies(erased -> assertThat(erased.forfeited()).containsExactly(Money.of(500, "USD")));
    }

    @Test
    void while_a_payment_is_on_its_way_nobody_is_erased() {
        var topUp = api.post("/v1/wallet/top-ups")
                .bearer(token)
                .key(unique)
                .json("{\"amount\": {\"minor\": 1000, \"currency\": \"USD\"}, \"method\": \"test_ok\"}")
                .send();
        assertThat(topUp.status()).as(topUp.toString()).isEqualTo(202);
        refused(FORFEIT, "ERASURE_MONEY_IN_FLIGHT");

        var id = new TopUpId(topUp.body().path("topUpId").asString());
        commands.sendAndWait(new DeclineTopUp(id, TopUpDecline.values()[0], NOW));

        assertThat(erase("").status()).isEqualTo(204);
    }

    @Test
    void while_a_card_is_being_charged_nobody_is_erased() {
        CardPaymentId payment = authorizedCard();
        commands.sendAndWait(new CaptureCard(payment, TEN, Money.of(150, "USD"), NOW));
        refused(FORFEIT, "ERASURE_MONEY_IN_FLIGHT");
        commands.sendAndWait(new FailCapture(payment, 1, CaptureFailure.REFUSED, NOW));
        refused(FORFEIT, "ERASURE_MONEY_IN_FLIGHT");

        commands.sendAndWait(new ConfirmCapture(payment, TEN, NOW));

        assertThat(erase("").status()).isEqualTo(204);
    }

    @Test
    void a_charge_that_failed_for_good_is_on_its_way_no_more() {
        CardPaymentId payment = authorizedCard();
        commands.sendAndWait(new CaptureCard(payment, TEN, Money.of(150, "USD"), NOW));
        refused(FORFEIT, "ERASURE_MONEY_IN_FLIGHT");

        commands.sendAndWait(new FailCapture(payment, 1, CaptureFailure.AUTHORIZATION_GONE, NOW));

        assertThat(erase("").status())
                .isEqualTo(204); // Nobody here carries the debt to the wallet, where it would stand.
    }

    @Test
    void what_is_left_is_given_up_in_so_many_words_or_keeps_the_account_alive() {
        commands.sendAndWait(new CreditTopUp(WalletId.of(ann), new TopUpId("top_" + unique), TEN, NOW));
        commands.sendAndWait(
                new CreditEarnings(EarningsId.of(ListenerId.of(ann)), call(), Money.of(500, "USD"), 60, NOW, NOW));
        refused("", "ERASURE_BALANCE_OPEN");
        refused("{\"forfeit\": false}", "ERASURE_BALANCE_OPEN");

        assertThat(erase(FORFEIT).status()).isEqualTo(204);

        assertThat(erasures())
                .singleElement()
                .satisfies(erased -> assertThat(erased.forfeited()).containsExactly(Money.of(1_500, "USD")));
    }

    @Test
    void what_was_bought_is_of_value_too() {
        var pack = new Pack("tokens-100", PlanVersion.TOKENS, 100, TEN, 0);
        commands.sendAndWait(new CreditPack(WalletId.of(ann), new TopUpId("top_" + unique), pack, NOW));

        refused("", "ERASURE_BALANCE_OPEN");
        assertThat(erase(FORFEIT).status()).isEqualTo(204);
    }

    @Test
    void cards_are_removed_by_the_fact_that_every_removed_card_is() {
        var cards = CardholderId.of(ann);
        for (var name : List.of("saved", "offered")) {
            commands.sendAndWait(new SaveCard(cards, new CardId("card_" + name + unique), "card", NOW));
        }
        commands.sendAndWait(new ConfirmCard(cards, new CardId("card_saved" + unique), "print", NOW));

        assertThat(erase("").status()).isEqualTo(204);

        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(Told.of(log, cards))
                        .filteredOn(CardRemoved.class::isInstance)
                        .hasSize(2));
    }

    @Test
    void an_admin_erases_somebody_with_a_reason_and_is_named() {
        var admin = signIn(UUID.randomUUID() + "@example.com", "admin");
        String path = "/v1/admin/accounts/" + ann;
        String adminToken = admin.body().path("accessToken").asString();

        assertThat(api.ask("DELETE", path).bearer(adminToken).json("{}").send().code())
                .isEqualTo("VALIDATION_FAILED");
        var reply = api.ask("DELETE", path)
                .bearer(adminToken)
                .json("{\"reason\": \"LEGAL_ORDER\"}")
                .send();

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.header("Location")).isEqualTo(path + "/erasure");
        assertThat(erasures()).singleElement().satisfies(erased -> {
            assertThat(erased.reason()).isEqualTo(ErasureReason.LEGAL_ORDER);
            assertThat(erased.by().value())
                    .isEqualTo(admin.body().path("accountId").asString());
        });
    }

    @Test
    void erasing_somebody_again_is_harmless_whatever_they_had_given_up() {
        commands.sendAndWait(new CreditTopUp(WalletId.of(ann), new TopUpId("top_" + unique), TEN, NOW));
        assertThat(erase(FORFEIT).status()).isEqualTo(204);
        var admin = signIn(UUID.randomUUID() + "@example.com", "admin");

        var again = api.ask("DELETE", "/v1/admin/accounts/" + ann)
                .bearer(admin.body().path("accessToken").asString())
                .json("{\"reason\": \"REQUESTED\"}")
                .send();

        assertThat(again.status()).as(again.toString()).isEqualTo(202);
        assertThat(erasures()).hasSize(1);
    }

    private CardPaymentId authorizedCard() {
        var payment = CardPaymentId.of(call(), 1);
        var parties = new Parties(ann, ListenerId.of(new AccountId("acc_tom")));
        commands.sendAndWait(
                new AuthorizeCard(payment, call(), parties, new CardId("card_" + unique), "acct", TEN, TEN, NOW));
        commands.sendAndWait(new ConfirmAuthorization(payment, 1, TEN, "pi_" + unique, NOW.plusSeconds(600), NOW));
        return payment;
    }

    private void refused(String form, String code) {
        Reply reply = erase(form);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(409);
        assertThat(erasures()).isEmpty();
    }

    private Reply erase(String form) {
        var ask = api.ask("DELETE", "/v1/me").bearer(token);
        return (form.isEmpty() ? ask : ask.json(form)).send();
    }

    private List<AccountErased> erasures() {
        return Told.of(log, ann).stream()
                .filter(AccountErased.class::isInstance)
                .map(AccountErased.class::cast)
                .toList();
    }

    private CallId call() {
        return new CallId("call_" + unique);
    }

    private Reply signIn(String address, String role) {
        return api.post("/v1/sessions").json("""
                        {"provider": "dev", "idToken": "dev:%s:%s", "device": {"id": "d", "platform": "web"}}""".formatted(address, role)).send();
    }
}
