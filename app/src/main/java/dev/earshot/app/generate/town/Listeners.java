package dev.earshot.app.generate.town;

import dev.earshot.api.account.AccountCommand.RegisterAccount;
import dev.earshot.api.account.Role;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.id.PresenceId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.listener.ListenerCommand.PublishProfile;
import dev.earshot.api.money.Money;
import dev.earshot.api.payout.PayoutCommand.OpenPayee;
import dev.earshot.api.presence.PresenceCommand.GoLive;
import dev.earshot.api.presence.PresenceCommand.GoOffline;
import dev.earshot.api.presence.PresenceCommand.LapsePresence;
import dev.earshot.api.presence.PresenceEvent.ListenerLapsed;
import dev.earshot.api.presence.PresenceEvent.ListenerWentLive;
import dev.earshot.api.presence.PresenceEvent.ListenerWentOffline;
import dev.earshot.api.wallet.WalletCommand.OpenWallet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Those who listen: each publishes a profile at a rate of their own and is live for some hours of most days. */
final class Listeners {
    private static final List<Long> RATES =
            List.of(90L, 120L, 150L, 199L, 200L, 250L, 300L, 333L, 400L, 600L, 999L, 1_500L);
    private static final List<String> LANGUAGES = List.of("en", "de", "es", "pt", "hi");
    private static final List<String> SKILLS = List.of("grief", "career", "sleep", "chess", "music", "study", "love");
    private static final Duration DAY = Duration.ofDays(1);

    private final Town town;
    private final Dice dice;
    private final Currency currency;
    private final Instant lastDay;
    private final List<ListenerId> all = new ArrayList<>();
    private final List<ListenerId> live = new ArrayList<>();

    Listeners(Town town, Currency currency, Instant lastDay) {
        this.town = town;
        this.dice = town.dice();
        this.currency = currency;
        this.lastDay = lastDay;
    }

    void hear(Object fact) {
        if (fact instanceof ListenerWentLive event) {
            live.add(event.presenceId().listenerId());
        } else if (fact instanceof ListenerWentOffline event) {
            live.remove(event.presenceId().listenerId());
        } else if (fact instanceof ListenerLapsed event) {
            live.remove(event.presenceId().listenerId());
        }
    }

    /** Somebody who can be called: live almost always, if anybody is. */
    ListenerId any() {
        return live.isEmpty() || dice.perMille(15) ? dice.oneOf(all) : dice.oneOf(live);
    }

    boolean isLive(ListenerId listener) {
        return live.contains(listener);
    }

    boolean isAnyLive() {
        return !live.isEmpty();
    }

    void settle(Instant when) {
        ListenerId listener = new ListenerId(ListenerId.PREFIX + dice.suffix());
        all.add(listener);
        Money rate = new Money(dice.oneOf(RATES), currency);
        Set<String> languages = Set.of(dice.oneOf(LANGUAGES));
        Set<String> skills = Set.of(dice.oneOf(SKILLS));
        town.plan(when, () -> register(listener));
        town.plan(
                when.plusSeconds(60),
                () -> town.ask(new PublishProfile(listener, languages, skills, rate, town.now())));
        if (dice.perMille(700)) {
            EarningsId earnings = EarningsId.of(listener);
            String account = "sbx_test_ok-" + listener.suffix();
            town.plan(when.plusSeconds(200), () -> town.ask(new OpenPayee(earnings, account, "test_ok", town.now())));
        }
        Duration shift = Duration.ofMinutes(dice.between(8 * 60, 15 * 60));
        Instant first = when.plusSeconds(300 + dice.below(DAY.toSeconds()));
        town.plan(first, () -> work(PresenceId.of(listener), shift, first));
    }

    private void register(ListenerId listener) {
        AccountId account = listener.accountId();
        town.ask(new RegisterAccount(account, EnumSet.of(Role.MEMBER, Role.LISTENER), town.now()));
        town.ask(new OpenWallet(WalletId.of(account), currency, town.now()));
    }

    /** A day's work, and the next day's. */
    private void work(PresenceId presence, Duration shift, Instant start) {
        if (dice.perMille(900)) {
            town.ask(new GoLive(presence, town.now()));
            boolean lapses = dice.perMille(60);
            Instant end = start.plus(shift).plusSeconds(dice.below(1_800));
            town.plan(
                    end,
                    () -> town.ask(
                            lapses ? new LapsePresence(presence, town.now()) : new GoOffline(presence, town.now())));
        }
        Instant next = start.plus(DAY);
        if (next.isBefore(lastDay)) {
            town.plan(next, () -> work(presence, shift, next));
        }
    }
}
