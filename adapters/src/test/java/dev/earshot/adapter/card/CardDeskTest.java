package dev.earshot.adapter.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.adapter.TestDatabase;
import dev.earshot.adapter.card.CardOperation.Authorize;
import dev.earshot.adapter.card.CardOperation.Capture;
import dev.earshot.adapter.card.CardOperation.Watch;
import dev.earshot.adapter.card.CardReply.ProviderCard;
import dev.earshot.api.card.CardPaymentCommand.ConfirmAuthorization;
import dev.earshot.api.card.CardPaymentCommand.ConfirmCapture;
import dev.earshot.api.card.CardPaymentCommand.ExpireAuthorization;
import dev.earshot.api.card.CardPaymentCommand.LoseCardAnswer;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.CardId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.id.CardholderId;
import dev.earshot.api.money.Money;
import dev.earshot.platform.json.EarshotJson;
import dev.earshot.platform.payments.NextSteps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class CardDeskTest {
    private static final CallId CALL = new CallId("call_one");
    private static final CardPaymentId PAYMENT = CardPaymentId.of(CALL, 1);
    private static final CardId CARD = new CardId("card_one");
    private static final Money AMOUNT = Money.of(900, "USD");
    private static final Capture CAPTURE = new Capture(PAYMENT, CALL, "ref", AMOUNT, Money.of(90, "USD"), 1);

    private final Queue<Object> told = new ConcurrentLinkedQueue<>();
    private final MovedClock clock = new MovedClock();
    private final FakeNetwork network = new FakeNetwork();
    private OpenCardOperations open;
    private CardDesk desk;
    private CardNews news;

    @BeforeEach
    void start() {
        TestDatabase.jdbc().sql("TRUNCATE open_card_operation, provider_card").update();
        var bus = SimpleCommandBus.builder().build();
        for (var kind : List.of(
                ConfirmAuthorization.class, ConfirmCapture.class, LoseCardAnswer.class, ExpireAuthorization.class)) {
            bus.subscribe(kind.getName(), command -> told.add(command.getPayload()));
        }
        var jdbc = TestDatabase.jdbc();
        var vault = new CardVault(jdbc);
        vault.keep(CARD, network.name(), new ProviderCard("", "pm_1"));
        open = new OpenCardOperations(
                jdbc, JsonMapper.builder().addModule(new EarshotJson()).build());
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, TestDatabase::jdbc);
        context.register(NextSteps.class);
        context.refresh();
        var nextSteps = context.getBean(NextSteps.class);
        var gateway = DefaultCommandGateway.builder().commandBus(bus).build();
        var answers = new CardAnswers(gateway, vault, null, null, nextSteps, clock);
        var beans = new StaticListableBeanFactory();
        beans.addBean("network", network);
        var settings = new CardDeskSettings(
                2,
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                Duration.ofMinutes(1),
                Duration.ofMinutes(2),
                Duration.ofDays(1),
                Duration.ofHours(1));
        desk = new CardDesk(beans.getBeanProvider(CardProvider.class), open, vault, answers, clock, settings);
        news = new CardNews(open, vault, clock);
    }

    @AfterEach
    void stop() {
        desk.destroy();
    }

    @Test
    void a_provider_that_is_down_for_ten_minutes_costs_no_lost_and_no_doubled_charge() {
        network.mode = Mode.DOWN;
        ask(CAPTURE);
        passes(Duration.ofMinutes(10));
        assertThat(told).isNotEmpty().allMatch(LoseCardAnswer.class::isInstance);
        int whileDown = network.asked.size();

        network.mode = Mode.UP;
        passes(Duration.ofMinutes(3));

        assertThat(network.taken).containsExactly(CAPTURE.name());
        assertThat(told.stream().filter(ConfirmCapture.class::isInstance)).hasSize(1);
        assertThat(rows()).isZero();
        assertThat(whileDown).as("it is left in peace more and more").isLessThan(40);
    }

    @Test
    void what_was_done_although_the_answer_was_lost_is_done_once() {
        network.mode = Mode.DOES_IT_AND_LOSES_THE_ANSWER;
        ask(CAPTURE);
        passes(Duration.ofMinutes(5));
        network.mode = Mode.UP;
        passes(Duration.ofMinutes(3));

        assertThat(network.taken).containsExactly(CAPTURE.name());
        assertThat(told.stream().filter(ConfirmCapture.class::isInstance)).hasSize(1);
    }

    @Test
    void one_members_slow_answer_does_not_keep_anothers_waiting() {
        network.slowFor = "call_slow";
        ask(authorize("call_slow"));
        await().until(() -> network.asked.contains(authorize("call_slow").name()));
        ask(authorize("call_fast"));

        await().until(() -> told.stream()
                .anyMatch(answer -> answer instanceof ConfirmAuthorization ok
                        && ok.cardPaymentId().isFor(new CallId("call_fast"))));
        assertThat(told).hasSize(1);
        network.patience.countDown();
        await().until(() -> told.size() == 2);
    }

    @Test
    void what_whoever_died_had_taken_is_asked_again_when_the_lease_is_over() {
        open.add(CAPTURE, network.name(), clock.instant(), clock.instant());
        assertThat(open.take(network.name(), 1, clock.instant(), clock.instant().plusSeconds(120)))
                .hasSize(1);

        desk.askDue();
        assertThat(network.asked).isEmpty();
        clock.move(Duration.ofSeconds(121));
        desk.askDue();

        await().until(() -> rows() == 0);
        assertThat(network.taken).containsExactly(CAPTURE.name());
    }

    @Test
    void the_same_is_taken_up_once_and_not_before_its_time() {
        open.add(CAPTURE, network.name(), clock.instant(), clock.instant().plusSeconds(60));
        open.add(CAPTURE, network.name(), clock.instant(), clock.instant());
        desk.askDue();
        assertThat(network.asked).isEmpty();
        clock.move(Duration.ofSeconds(60));
        desk.askDue();
        await().until(() -> rows() == 0);
        assertThat(network.asked).hasSize(1);
    }

    @Test
    void an_authorization_is_looked_at_shortly_before_it_lapses_and_given_up_when_it_has() {
        Instant lapses = clock.instant().plus(Duration.ofDays(5));
        var watch = new Watch(PAYMENT, CALL, "ref", lapses);
        open.add(watch, network.name(), clock.instant(), lapses.minus(Duration.ofDays(1)));
        look(Duration.ofDays(4).minusSeconds(1));
        assertThat(network.asked).as("there is time").isEmpty();

        look(Duration.ofSeconds(1));
        look(Duration.ofMinutes(59));
        assertThat(network.asked).containsExactly(watch.name());
        look(Duration.ofMinutes(1));
        assertThat(network.asked).hasSize(2);
        network.mode = Mode.LAPSED;
        look(Duration.ofHours(1));

        assertThat(told).containsExactly(new ExpireAuthorization(PAYMENT, clock.instant()));
        assertThat(rows()).isZero();
    }

    @Test
    void a_look_that_is_not_answered_makes_no_payment_unknown() {
        network.mode = Mode.DOWN;
        open.add(new Watch(PAYMENT, CALL, "ref", Instant.EPOCH), network.name(), clock.instant(), clock.instant());
        look(Duration.ZERO);

        assertThat(network.asked).hasSize(1);
        assertThat(told).isEmpty();
        assertThat(rows()).isOne();
    }

    @Test
    void news_of_an_end_lets_the_authorization_be_looked_at_at_once() {
        Instant lapses = clock.instant().plus(Duration.ofDays(5));
        open.add(new Watch(PAYMENT, CALL, "ref", lapses), network.name(), clock.instant(), lapses);
        network.mode = Mode.LAPSED;

        news.of(PAYMENT.value(), false);
        look(Duration.ZERO);
        assertThat(network.asked).as("it tells of no end").isEmpty();
        news.of("cpay_othern001", true);
        look(Duration.ZERO);
        assertThat(network.asked).as("it is of another").isEmpty();
        news.of(PAYMENT.value(), true);
        look(Duration.ZERO);

        assertThat(told).hasSize(1).allMatch(ExpireAuthorization.class::isInstance);
    }

    @Test
    void news_hurries_what_was_asked_and_not_what_waits_for_its_first_time() {
        network.mode = Mode.DOWN;
        Capture later = new Capture(PAYMENT, CALL, "ref", AMOUNT, AMOUNT, 2);
        open.add(later, network.name(), clock.instant(), clock.instant().plusSeconds(60));
        ask(CAPTURE);
        await().until(() -> dueNow() == 0 && network.asked.size() == 1);
        network.mode = Mode.UP;

        news.ofMethod(network.name(), "pm_unknown");
        news.of(PAYMENT.value(), false);
        look(Duration.ZERO);

        await().until(() -> network.taken.contains(CAPTURE.name()));
        assertThat(network.asked).hasSize(2).doesNotContain(later.name());
    }

    @Test
    void a_card_is_known_by_the_providers_own_name_for_it() {
        var forget = new CardOperation.Forget(CardholderId.of(new AccountId("acc_ann")), CARD);
        open.add(forget, network.name(), clock.instant(), clock.instant());
        open.take(network.name(), 1, clock.instant(), clock.instant());
        open.askAgain(forget, "", clock.instant(), clock.instant().plusSeconds(60));

        news.ofMethod("another", "pm_1");
        assertThat(dueNow()).isZero();
        news.ofMethod(network.name(), "pm_1");
        assertThat(dueNow()).isOne();
    }

    @Test
    void nobody_asks_the_same_a_second_time_while_it_is_asked_and_news_is_not_lost() {
        open.add(CAPTURE, network.name(), clock.instant(), clock.instant());
        Instant leaseEnd = clock.instant().plusSeconds(50);
        assertThat(open.take(network.name(), 1, clock.instant(), leaseEnd)).hasSize(1);

        news.of(PAYMENT.value(), false);
        assertThat(open.take(network.name(), 1, clock.instant(), leaseEnd)).isEmpty();
        open.askAgain(CAPTURE, "ref", clock.instant(), clock.instant().plusSeconds(50));
        assertThat(open.take(network.name(), 1, clock.instant(), leaseEnd)).hasSize(1);
        open.askAgain(CAPTURE, "ref", clock.instant(), clock.instant().plusSeconds(50));
        assertThat(open.take(network.name(), 1, clock.instant(), leaseEnd)).isEmpty();
    }

    /** Looks once, that much later, and lets the look come to its end. */
    private void look(Duration later) {
        clock.move(later);
        desk.askDue();
        await().until(() -> dueNow() == 0);
    }

    private void ask(CardOperation wish) {
        open.add(wish, network.name(), clock.instant(), clock.instant());
        desk.askSoon();
    }

    /** Looks every few seconds, as the scheduler would, and lets each look come to its end. */
    private void passes(Duration time) {
        for (long second = 0; second < time.toSeconds(); second += 5) {
            desk.askDue();
            await().until(() -> dueNow() == 0);
            clock.move(Duration.ofSeconds(5));
        }
    }

    private long dueNow() {
        return count("SELECT count(*) FROM open_card_operation WHERE ask_again_at <= :now OR asking");
    }

    private long rows() {
        return count("SELECT count(*) FROM open_card_operation WHERE :now IS NOT NULL");
    }

    private long count(String query) {
        return TestDatabase.jdbc()
                .sql(query)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private static Authorize authorize(String call) {
        CallId callId = new CallId(call);
        return new Authorize(
                CardPaymentId.of(callId, 1),
                callId,
                CardholderId.of(new AccountId("acc_ann")),
                CARD,
                "acct_lea",
                AMOUNT,
                1);
    }

    private enum Mode {
        UP,
        DOWN,
        DOES_IT_AND_LOSES_THE_ANSWER,
        LAPSED
    }

    /** A provider as it should be: the same request under the same name is done once, however often it comes. */
    private static final class FakeNetwork implements CardProvider {
        final Queue<String> asked = new ConcurrentLinkedQueue<>();
        final Queue<String> taken = new ConcurrentLinkedQueue<>();
        final CountDownLatch patience = new CountDownLatch(1);
        volatile Mode mode = Mode.UP;
        volatile String slowFor = "";

        @Override
        public String name() {
            return "fake";
        }

        @Override
        public CardReply save(CardOperation.Save wish, Asked question) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CardReply authorize(Authorize wish, ProviderCard card, Asked question) {
            asked.add(wish.name());
            if (wish.callId().value().equals(slowFor)) {
                try {
                    patience.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return new CardReply.Authorized("ref", wish.amount(), Instant.MAX);
        }

        @Override
        public CardReply capture(Capture wish, Asked question) {
            asked.add(wish.name());
            if (mode != Mode.DOWN && !taken.contains(wish.name())) {
                taken.add(wish.name());
            }
            return mode == Mode.UP
                    ? new CardReply.Captured(wish.amount())
                    : new CardReply.Unknown("down", Duration.ZERO);
        }

        @Override
        public CardReply release(CardOperation.Release wish, Asked question) {
            return new CardReply.Done();
        }

        @Override
        public CardReply forget(ProviderCard card) {
            return new CardReply.Done();
        }

        @Override
        public CardReply watch(Watch wish) {
            asked.add(wish.name());
            return switch (mode) {
                case DOWN -> new CardReply.Unknown("down", Duration.ZERO);
                case LAPSED -> new CardReply.Lapsed();
                case UP, DOES_IT_AND_LOSES_THE_ANSWER -> new CardReply.Stands();
            };
        }
    }

    private static final class MovedClock extends Clock {
        private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
