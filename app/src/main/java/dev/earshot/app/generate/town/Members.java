package dev.earshot.app.generate.town;

import dev.earshot.api.account.AccountCommand.AddFavourite;
import dev.earshot.api.account.AccountCommand.AskPlan;
import dev.earshot.api.account.AccountCommand.ChooseOverflow;
import dev.earshot.api.account.AccountCommand.ChooseTimeZone;
import dev.earshot.api.account.AccountCommand.MoveToVersion;
import dev.earshot.api.account.AccountCommand.RegisterAccount;
import dev.earshot.api.account.Role;
import dev.earshot.api.card.CardholderCommand.SaveCard;
import dev.earshot.api.card.CardholderEvent.CardSaved;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CardId;
import dev.earshot.api.id.CardholderId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.id.LotId;
import dev.earshot.api.id.MembershipId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.membership.MembershipCommand.CancelMembership;
import dev.earshot.api.membership.MembershipCommand.StartMembership;
import dev.earshot.api.membership.MembershipEvent.MembershipEnded;
import dev.earshot.api.membership.MembershipEvent.TrialStarted;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.PlanHeld;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Unit;
import dev.earshot.api.wallet.WalletCommand.GrantPromo;
import dev.earshot.api.wallet.WalletCommand.OpenWallet;
import dev.earshot.api.wallet.WalletEvent.CashTakenBack;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.PackCredited;
import dev.earshot.api.wallet.WalletEvent.TopUpCredited;
import dev.earshot.platform.catalogue.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Those who call: how they join, what they choose, and what they know of their own wallets. */
final class Members {
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("America/New_York"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Asia/Kolkata"),
            ZoneId.of("America/Sao_Paulo"),
            ZoneId.of("Asia/Kathmandu"));
    private static final Duration PROMO_LASTS = Duration.ofDays(30);

    private final Town town;
    private final Dice dice;
    private final Catalogue catalogue;
    private final Currency currency;
    private final Listeners listeners;
    private final AccountId admin;
    private final Map<WalletId, Member> byWallet = new HashMap<>();

    Members(Town town, Catalogue catalogue, Currency currency, Listeners listeners) {
        this.town = town;
        this.dice = town.dice();
        this.catalogue = catalogue;
        this.currency = currency;
        this.listeners = listeners;
        admin = new AccountId(AccountId.PREFIX + dice.suffix());
    }

    /** The one who runs the town is there first. */
    void found(Instant when) {
        town.plan(when, () -> {
            town.ask(new RegisterAccount(admin, EnumSet.of(Role.MEMBER, Role.ADMIN), town.now()));
            town.ask(new OpenWallet(WalletId.of(admin), currency, town.now()));
        });
    }

    Member settle(Instant when) {
        Member member = new Member(new AccountId(AccountId.PREFIX + dice.suffix()));
        byWallet.put(member.walletId, member);
        town.plan(when, () -> {
            town.ask(new RegisterAccount(member.accountId, EnumSet.of(Role.MEMBER), town.now()));
            town.ask(new OpenWallet(member.walletId, currency, town.now()));
            PlanHeld plan = town.ask(new AskPlan(member.accountId));
            member.version = plan.version();
        });
        town.plan(when.plusSeconds(dice.between(20, 900)), () -> choose(member));
        return member;
    }

    private void choose(Member member) {
        AccountId account = member.accountId;
        if (dice.perMille(350)) {
            town.ask(new ChooseTimeZone(account, dice.oneOf(ZONES), town.now()));
        }
        if (dice.perMille(30)) {
            member.version = dice.oneOf(List.of(PlanVersion.values()));
            town.ask(new MoveToVersion(account, member.version, admin, town.now()));
        }
        if (member.version == PlanVersion.MOMENTS && dice.perMille(400)) {
            town.ask(new ChooseOverflow(account, true, town.now()));
        }
        if (member.version == PlanVersion.MEMBERSHIP) {
            join(member);
        }
        if (dice.perMille(120)) {
            give(member);
        }
        if (dice.perMille(150)) {
            CardId card = new CardId(CardId.PREFIX + dice.suffix());
            town.ask(new SaveCard(CardholderId.of(account), card, "test_ok", town.now()));
        }
        for (int i = 0; i < 3; i++) {
            ListenerId favourite = listeners.any();
            member.favourites.add(favourite);
            if (dice.perMille(250)) {
                town.ask(new AddFavourite(account, favourite, town.now()));
            }
        }
    }

    private void give(Member member) {
        LotId lot = new LotId(LotId.PREFIX + dice.suffix());
        boolean seconds = dice.perMille(600);
        town.ask(new GrantPromo(
                member.walletId,
                lot,
                seconds ? Unit.SECONDS : Unit.MONEY,
                seconds ? 300 : 500,
                town.now().plus(PROMO_LASTS),
                town.now()));
    }

    /** Joins, for the first time or again. */
    void join(Member member) {
        var tier = dice.oneOf(catalogue.tiers()).tier();
        MembershipId membership = MembershipId.of(member.accountId);
        town.ask(new StartMembership(membership, tier, "test_ok", town.now()));
        if (dice.perMille(250)) {
            town.plan(
                    town.now().plus(Duration.ofHours(dice.between(24, 24 * 80))),
                    () -> town.ask(new CancelMembership(membership, town.now())));
        }
    }

    void hear(Object fact) {
        if (fact instanceof TopUpCredited credited) {
            of(credited.walletId()).cash += credited.amount().minor();
        } else if (fact instanceof CashTakenBack taken) {
            of(taken.walletId()).cash -= taken.amount().minor();
        } else if (fact instanceof PackCredited credited) {
            Member member = of(credited.walletId());
            if (credited.pack().pocket() == Pocket.TOKENS) {
                member.tokens += credited.pack().units();
            } else {
                member.moments += credited.pack().units();
            }
        } else if (fact instanceof HoldCaptured captured) {
            captured.charges().forEach(charge -> pay(of(captured.walletId()), charge));
        } else if (fact instanceof CardSaved saved) {
            of(WalletId.of(saved.cardholderId().accountId())).hasCard = true;
        } else if (fact instanceof TrialStarted trial) {
            of(WalletId.of(trial.membershipId().accountId())).isMember = true;
        } else if (fact instanceof MembershipEnded ended) {
            of(WalletId.of(ended.membershipId().accountId())).isMember = false;
        }
    }

    private Member of(WalletId wallet) {
        return byWallet.get(wallet);
    }

    private static void pay(Member member, Charge charge) {
        switch (charge.pocket()) {
            case CASH -> member.cash -= charge.charged();
            case TOKENS -> member.tokens -= charge.charged();
            case MOMENTS -> member.moments -= charge.charged();
            case PROMO, GRACE, CARD, ALLOWANCE -> {
                // Shown elsewhere.
            }
        }
    }
}
