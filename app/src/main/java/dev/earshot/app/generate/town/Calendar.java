package dev.earshot.app.generate.town;

import dev.earshot.api.earnings.EarningsCommand.MatureEarnings;
import dev.earshot.api.earnings.EarningsEvent.BonusCredited;
import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.MembershipId;
import dev.earshot.api.id.PayoutId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.membership.DuesPurpose;
import dev.earshot.api.membership.MembershipCommand.AdvanceMembership;
import dev.earshot.api.membership.MembershipEvent.DuesAsked;
import dev.earshot.api.membership.MembershipEvent.PeriodBegan;
import dev.earshot.api.membership.MembershipEvent.RenewalFailed;
import dev.earshot.api.membership.MembershipEvent.TrialStarted;
import dev.earshot.api.payout.PayoutCommand.RequestFullPayout;
import dev.earshot.api.payout.PayoutEvent.PayeeVerified;
import dev.earshot.api.wallet.WalletCommand.ExpireLots;
import dev.earshot.api.wallet.WalletEvent.AllowanceGranted;
import dev.earshot.api.wallet.WalletEvent.PackCredited;
import dev.earshot.api.wallet.WalletEvent.PackGivenBack;
import dev.earshot.api.wallet.WalletEvent.PromoGranted;
import java.time.Duration;
import java.time.Instant;

/** What becomes due some day: lots that expire, earnings that ripen, periods that end, payouts. Nothing after the last day. */
final class Calendar {
    /** A round of what is due comes this often. */
    private static final Duration ROUND = Duration.ofMinutes(1);

    private final Town town;
    private final Duration holding;
    private final Duration payEvery;
    private final Instant lastDay;

    Calendar(Town town, Duration holding, Duration payEvery, Instant lastDay) {
        this.town = town;
        this.holding = holding;
        this.payEvery = payEvery;
        this.lastDay = lastDay;
    }

    void hear(Object fact) {
        if (fact instanceof PromoGranted promo) {
            expire(promo.walletId(), promo.expiresAt());
        } else if (fact instanceof PackCredited credited && credited.pack().expires()) {
            expire(credited.walletId(), credited.pack().expiresAt(credited.at()));
        } else if (fact instanceof PackGivenBack back && back.pack().expires()) {
            expire(back.walletId(), back.pack().expiresAt(back.at()));
        } else if (fact instanceof AllowanceGranted granted) {
            expire(granted.walletId(), granted.expiresAt());
        } else if (fact instanceof TrialStarted trial) {
            advance(trial.membershipId(), trial.until());
        } else if (fact instanceof PeriodBegan period) {
            advance(period.membershipId(), period.until());
        } else if (fact instanceof DuesAsked asked && asked.purpose() == DuesPurpose.RENEWAL) {
            advance(asked.membershipId(), asked.giveUpAt());
        } else if (fact instanceof RenewalFailed failed) {
            advance(failed.membershipId(), failed.retryAt());
        } else if (fact instanceof EarningsCredited credited) {
            ripen(credited.earningsId(), credited.at());
        } else if (fact instanceof BonusCredited bonus) {
            ripen(bonus.earningsId(), bonus.at());
        } else if (fact instanceof PayeeVerified verified && !payEvery.isZero()) {
            pay(verified.earningsId(), verified.at().plus(payEvery));
        }
    }

    private void expire(WalletId wallet, Instant when) {
        on(when, () -> town.ask(new ExpireLots(wallet, town.now())));
    }

    private void advance(MembershipId membership, Instant when) {
        on(when, () -> town.ask(new AdvanceMembership(membership, town.now())));
    }

    private void ripen(EarningsId earnings, Instant credited) {
        on(credited.plus(holding), () -> town.ask(new MatureEarnings(earnings, town.now())));
    }

    private void pay(EarningsId earnings, Instant when) {
        on(when, () -> {
            PayoutId payout = new PayoutId(PayoutId.PREFIX + town.dice().suffix());
            town.ask(new RequestFullPayout(earnings, payout, town.now()));
            pay(earnings, when.plus(payEvery));
        });
    }

    private void on(Instant when, Runnable work) {
        if (when.isBefore(lastDay)) {
            Duration wait = Duration.ofMillis(town.dice().below(ROUND.toMillis()));
            town.plan(when.plus(wait), work);
        }
    }
}
