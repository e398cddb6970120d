package dev.earshot.saga.expiry;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import dev.earshot.api.id.LotId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.wallet.WalletEvent.AllowanceGranted;
import dev.earshot.api.wallet.WalletEvent.PackCredited;
import dev.earshot.api.wallet.WalletEvent.PackGivenBack;
import dev.earshot.api.wallet.WalletEvent.PromoGranted;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Notes when each lot expires; the note is kept in the database, and taking it again changes nothing. */
@Component
@ProcessingGroup(LotExpiry.GROUP)
class LotExpiry {
    static final String GROUP = "lot-expiry";

    private final SchedulerClient tasks;

    LotExpiry(SchedulerClient tasks) {
        this.tasks = tasks;
    }

    @EventHandler
    void on(PromoGranted fact) {
        note(fact.walletId(), fact.lotId(), fact.expiresAt());
    }

    @EventHandler
    void on(PackCredited fact) {
        if (fact.pack().expires()) {
            note(fact.walletId(), LotId.of(fact.topUpId()), fact.pack().expiresAt(fact.at()));
        }
    }

    /** What comes back when nothing is left of its pack lasts as long as a new one, beyond what was noted for the pack. */
    @EventHandler
    void on(PackGivenBack fact) {
        if (fact.pack().expires()) {
            Instant expiresAt = fact.pack().expiresAt(fact.at());
            LotId lotId = LotId.of(fact.topUpId());
            tasks.scheduleIfNotExists(ExpiryTask.again(fact.walletId(), lotId, expiresAt), expiresAt);
        }
    }

    /** The end of a day matters to those who called on it: a call that runs on then goes on with the next day's lot. */
    @EventHandler
    void on(AllowanceGranted fact) {
        note(fact.walletId(), fact.lotId(), fact.expiresAt());
    }

    private void note(WalletId walletId, LotId lotId, Instant expiresAt) {
        tasks.scheduleIfNotExists(ExpiryTask.of(walletId, lotId), expiresAt);
    }
}
