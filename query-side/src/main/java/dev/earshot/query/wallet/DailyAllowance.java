package dev.earshot.query.wallet;

import dev.earshot.api.id.WalletId;
import dev.earshot.api.pricing.Pocket;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is left of the allowance of a day that was opened. */
@Component
public class DailyAllowance {
    private final WalletReader wallets;

    DailyAllowance(WalletReader wallets) {
        this.wallets = wallets;
    }

    /** The day that is open at this moment; empty while nobody has called on it. */
    public Optional<Day> open(WalletId walletId, Instant now) {
        return wallets.wallet(walletId)
                .flatMap(wallet -> wallet.pockets().stream()
                        .filter(pocket -> pocket.pocket() == Pocket.ALLOWANCE && now.isBefore(pocket.expiresAt()))
                        .max(Comparator.comparing(PocketBalance::expiresAt))
                        .map(pocket -> new Day(pocket.availableAt(now), pocket.expiresAt())));
    }

    /**
     * An open day.
     *
     * @param leftSeconds what no running call has set aside
     * @param ends when it ends
     */
    public record Day(long leftSeconds, Instant ends) {}
}
