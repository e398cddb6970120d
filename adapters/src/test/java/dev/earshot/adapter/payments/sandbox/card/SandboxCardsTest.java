package dev.earshot.adapter.payments.sandbox.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.adapter.TestDatabase;
import dev.earshot.adapter.card.Asked;
import dev.earshot.adapter.card.CardOperation.Authorize;
import dev.earshot.adapter.card.CardOperation.Capture;
import dev.earshot.adapter.card.CardOperation.Release;
import dev.earshot.adapter.card.CardOperation.Watch;
import dev.earshot.adapter.card.CardReply.Authorized;
import dev.earshot.adapter.card.CardReply.Lapsed;
import dev.earshot.adapter.card.CardReply.ProviderCard;
import dev.earshot.adapter.card.CardReply.Stands;
import dev.earshot.adapter.payments.sandbox.SandboxDisputes;
import dev.earshot.adapter.payments.sandbox.books.TestBooks;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.CardId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.id.CardholderId;
import dev.earshot.api.money.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

class SandboxCardsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
    private static final Asked ONCE = new Asked(NOW, "", 1);
    private static final CallId CALL = new CallId("call_one");
    private static final CardPaymentId PAYMENT = CardPaymentId.of(CALL, 1);
    private static final SandboxDisputes NOBODY_DISPUTES = null; // No card of these stories is disputed.
    private static final Money AMOUNT = Money.of(900, "USD");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final SandboxCards cards = new SandboxCards(
            new CardNetwork(
                    TestDatabase.jdbc(),
                    TransactionOperations.withoutTransaction(),
                    NOBODY_DISPUTES,
                    TestBooks.of(clock),
                    clock),
            new SandboxCardSettings(Duration.ZERO, Duration.ZERO),
            clock);

    @BeforeEach
    void nothingIsHeld() {
        TestDatabase.jdbc().sql("TRUNCATE sandbox_card_hold").update();
    }

    @Test
    void what_is_held_or_taken_stands() {
        String reference = held();
        assertThat(cards.watch(watch(reference))).isEqualTo(new Stands());

        cards.capture(new Capture(PAYMENT, CALL, reference, AMOUNT, AMOUNT, 1), ONCE);
        assertThat(cards.watch(watch(reference))).isEqualTo(new Stands());
    }

    @Test
    void what_was_let_go_or_never_held_has_lapsed() {
        String reference = held();
        cards.release(new Release(PAYMENT, CALL, reference), ONCE);

        assertThat(cards.watch(watch(reference))).isEqualTo(new Lapsed());
        assertThat(cards.watch(watch("sbxh_nothing"))).isEqualTo(new Lapsed());
    }

    private String held() {
        var member = CardholderId.of(new AccountId("acc_ann"));
        var wish = new Authorize(PAYMENT, CALL, member, new CardId("card_one"), "sbx_lea", AMOUNT, 1);
        return ((Authorized) cards.authorize(wish, new ProviderCard("", "test_ok"), ONCE)).reference();
    }

    private static Watch watch(String reference) {
        return new Watch(PAYMENT, CALL, reference, NOW);
    }
}
