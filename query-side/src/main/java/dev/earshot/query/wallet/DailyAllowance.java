package dev.earshot.query.wallet;

import dev.earshot.api.id.WalletId;
import dev.earshot.api.pricing.LocalDay;
import dev.earshot.api.pricing.Pocket;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is left of the day's allowance. */
@Component
public class DailyAllowance {
    private final WalletReader wallets;

    DailyAllowance(WalletReader wallets) {
        this.wallets = wallets;
    }

    /**
     * The day that is open at this moment, or that the next call would open.
     *
     * @param secondsPerDay what a whole day allows
     * @param zone by whose clocks it would be opened
     */
    public Day today(WalletId walletId, long secondsPerDay, ZoneId zone, Instant now) {
        Optional<PocketBalance> last = wallets.wallet(walletId).stream()
                .flatMap(wallet -> wallet.pockets().stream())
                .filter(pocket -> pocket.pocket() == Pocket.ALLOWANCE)
                .max(Comparator.comparing(PocketBalance::expiresAt));
        return last.filter(pocket -> now.isBefore(pocket.expiresAt()))
                .map(pocket -> new Day(pocket.availableAt(now), pocket.expiresAt()))
                .orElseGet(() -> {
                    LocalDay next = LocalDay.at(now, zone);
                    Instant earlier = last.map(PocketBalance::expiresAt).orElse(Instant.EPOCH);
                    return new Day(next.allowed(secondsPerDay, earlier), next.end());
                });
    }

    /**
     * A day.
     *
     * @param leftSeconds what no running call has set aside
     * @param ends when it ends
     */
    public record Day(long leftSeconds, Instant ends) {}
}
