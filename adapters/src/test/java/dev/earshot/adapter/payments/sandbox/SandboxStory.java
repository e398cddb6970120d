package dev.earshot.adapter.payments.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import dev.earshot.adapter.TestDatabase;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.TopUpCommand;
import dev.earshot.api.topup.TopUpCommand.ConfirmTopUp;
import dev.earshot.api.topup.TopUpCommand.DeclineTopUp;
import dev.earshot.api.topup.TopUpDecline;
import dev.earshot.api.topup.TopUpEvent;
import dev.earshot.api.topup.TopUpEvent.TopUpPaid;
import dev.earshot.api.topup.TopUpEvent.TopUpRequested;
import dev.earshot.platform.command.FollowUps;
import dev.earshot.platform.command.Turns;
import dev.earshot.platform.payments.NextSteps;
import dev.earshot.platform.secrets.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Speaks of top-ups, of time passing, and of what the sandbox answers. */
final class SandboxStory {
    static final TopUpId TOP_UP = new TopUpId("top_1");
    private static final WalletId WALLET = new WalletId("wal_ann");
    private static final Money AMOUNT = Money.of(2000, "USD");

    private final SettableClock time = new SettableClock();
    private final List<TopUpCommand> answers = new ArrayList<>();
    private AnnotationConfigApplicationContext context;

    SandboxStory() {
        TestDatabase.jdbc()
                .sql("TRUNCATE sandbox_charge, sandbox_event, open_top_up, scheduled_tasks")
                .update();
        time.set(Instant.parse("2026-01-01T10:00:00Z"));
        start();
    }

    SandboxStory topUpWith(String method) {
        happens(new TopUpRequested(TOP_UP, WALLET, AMOUNT, method, time.now()));
        return this;
    }

    SandboxStory settled() {
        happens(new TopUpPaid(TOP_UP, WALLET, AMOUNT, "sbx_1", time.now()));
        return this;
    }

    SandboxStory afterSeconds(long seconds) {
        ManualScheduler tasks = context.getBean(ManualScheduler.class);
        tasks.tick(Duration.ofSeconds(seconds));
        tasks.runAnyDueExecutions();
        return this;
    }

    /** The process dies and another one starts on the same database. */
    SandboxStory afterRestart() {
        context.close();
        start();
        return this;
    }

    SandboxStory isPaidOnce() {
        assertThat(answers).containsExactly(new ConfirmTopUp(TOP_UP, AMOUNT, "sbx_1", time.now()));
        return this;
    }

    SandboxStory isDeclined(TopUpDecline reason) {
        assertThat(answers).containsExactly(new DeclineTopUp(TOP_UP, reason, time.now()));
        return this;
    }

    SandboxStory isUnanswered() {
        assertThat(answers).isEmpty();
        return this;
    }

    SandboxStory hasChargedOnce() {
        assertThat(TestDatabase.jdbc()
                        .sql("SELECT sum(amount_minor) FROM sandbox_charge")
                        .query(Long.class)
                        .single())
                .isEqualTo(AMOUNT.minor());
        return this;
    }

    SandboxStory forgetsAnswers() {
        answers.clear();
        return this;
    }

    private void start() {
        context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, TestDatabase::jdbc);
        context.registerBean(
                PlatformTransactionManager.class, () -> new DataSourceTransactionManager(TestDatabase.source()));
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(new DataSourceTransactionManager(TestDatabase.source())));
        context.registerBean(Clock.class, () -> new StoryClock(time));
        context.registerBean(CommandBus.class, this::answersOnly);
        context.registerBean(
                CommandGateway.class,
                () -> DefaultCommandGateway.builder()
                        .commandBus(context.getBean(CommandBus.class))
                        .build());
        context.registerBean(ManualScheduler.class, this::scheduler);
        TestPropertyValues.of(
                        "payments.ask-every=1s",
                        "payments.sandbox.late-by=5s",
                        "payments.sandbox.ask-after=15s",
                        "earshot.data=target/earshot-test",
                        "spring.profiles.active=test")
                .applyTo(context);
        context.register(
                FollowUps.class, Turns.class, NextSteps.class, Secrets.class, JsonMapper.class, Payments.class);
        context.refresh();
        context.getBean(ManualScheduler.class).start();
    }

    private CommandBus answersOnly() {
        var bus = SimpleCommandBus.builder().build();
        for (var kind : List.of(ConfirmTopUp.class, DeclineTopUp.class)) {
            bus.subscribe(kind.getName(), command -> answers.add((TopUpCommand) command.getPayload()));
        }
        return bus;
    }

    private ManualScheduler scheduler() {
        return TestHelper.createManualScheduler(TestDatabase.source())
                .clock(time)
                .startTasks(List.of(context.getBean("topUpInquiryTask", RecurringTask.class)))
                .build();
    }

    private void happens(TopUpEvent event) {
        try {
            new AnnotationEventHandlerAdapter(context.getBean("topUpCharges"))
                    .handle(GenericEventMessage.asEventMessage(event));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The adapter and what it has in common with its neighbours. */
    @ComponentScan({
        "dev.earshot.adapter.card",
        "dev.earshot.adapter.payments",
        "dev.earshot.adapter.payout",
        "dev.earshot.adapter.refund",
        "dev.earshot.platform.people"
    })
    @ConfigurationPropertiesScan({
        "dev.earshot.adapter.card",
        "dev.earshot.adapter.payments",
        "dev.earshot.adapter.payout",
        "dev.earshot.platform.catalogue",
        "dev.earshot.platform.people"
    })
    static class Payments {}
}
