package dev.earshot.saga.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.wallet.WalletCommand.ExpireLots;
import dev.earshot.api.wallet.WalletEvent.PackCredited;
import dev.earshot.api.wallet.WalletEvent.PackGivenBack;
import dev.earshot.saga.Process;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.api.Test;

/** The time of a lot comes though the process that noted it is gone. */
class LotExpiryTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final WalletId WALLET = WalletId.of(new AccountId("acc_Saver"));

    /** Hears that lots may have expired. */
    static class Ears {
        private final List<ExpireLots> heard = new CopyOnWriteArrayList<>();

        @CommandHandler
        void handle(ExpireLots command) {
            heard.add(command);
        }
    }

    @Test
    void a_wallet_is_told_once_when_a_lot_expires_and_a_restart_forgets_nothing() {
        Process first = new Process(Ears.class);
        Process second = first.another();
        first.start();
        Instant expiresAt = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(8);
        Instant aDayBefore = expiresAt.minus(Duration.ofDays(1));
        try {
            first.tell(credited("Forever", 0, aDayBefore), credited("Day", 1, aDayBefore));
            first.tell(credited("Week", 7, aDayBefore));
            first.tell(givenBack("Week", 7, expiresAt), givenBack("Week", 7, expiresAt));
            await().atMost(SOON).until(() -> first.rowsOf("scheduled_tasks WHERE task_name = 'expire-lot'") == 3);
            assertThat(first.its(Ears.class).heard).isEmpty();
        } finally {
            first.stop();
        }

        second.start();
        try {
            List<ExpireLots> heard = second.its(Ears.class).heard;
            await().atMost(SOON).until(() -> !heard.isEmpty());
            assertThat(heard).singleElement().satisfies(told -> {
                assertThat(told.walletId()).isEqualTo(WALLET);
                assertThat(told.at()).isAfterOrEqualTo(expiresAt);
            });
            await().atMost(SOON).until(() -> second.rowsOf("scheduled_tasks WHERE task_name = 'expire-lot'") == 2);
        } finally {
            second.stop();
        }
    }

    private static PackCredited credited(String name, int validDays, Instant paidAt) {
        return new PackCredited(WALLET, new TopUpId(TopUpId.PREFIX + name), pack(validDays), paidAt);
    }

    private static PackGivenBack givenBack(String name, int validDays, Instant at) {
        return new PackGivenBack(WALLET, new TopUpId(TopUpId.PREFIX + name), pack(validDays), 60, at);
    }

    private static Pack pack(int validDays) {
        return new Pack("minutes", PlanVersion.MOMENTS, 600, Money.of(999, "USD"), validDays);
    }
}
