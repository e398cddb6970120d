package dev.earshot.app.generate.town;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.pricing.PlanVersion;
import java.util.ArrayList;
import java.util.List;

/** One who calls, as far as their app shows it to them. */
final class Member {
    final AccountId accountId;
    final WalletId walletId;
    final List<ListenerId> favourites = new ArrayList<>();
    PlanVersion version = PlanVersion.PAY_PER_MINUTE;
    boolean hasCard;
    boolean isMember;
    boolean talks;
    long cash;
    long tokens;
    long moments;

    Member(AccountId accountId) {
        this.accountId = accountId;
        walletId = WalletId.of(accountId);
    }
}
