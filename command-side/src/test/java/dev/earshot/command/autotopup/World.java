package dev.earshot.command.autotopup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.autotopup.AutoTopUpCommand.ConfirmAutoTopUp;
import dev.earshot.api.autotopup.AutoTopUpCommand.DeclineAutoTopUp;
import dev.earshot.api.autotopup.AutoTopUpCommand.MeetLowBalance;
import dev.earshot.api.autotopup.AutoTopUpCommand.ResumeAutoTopUp;
import dev.earshot.api.autotopup.AutoTopUpEvent;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpArmed;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpDeclined;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpPaid;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpPutOff;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpStarted;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpSuspended;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpTurnedOff;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpTurnedOn;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.AutoTopUpId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.TopUpStanding;
import dev.earshot.api.wallet.WalletCommand;
import dev.earshot.api.wallet.WalletCommand.CreditTopUp;
import dev.earshot.api.wallet.WalletCommand.OpenWallet;
import dev.earshot.api.wallet.WalletCommand.WatchBalance;
import dev.earshot.api.wallet.WalletEvent.BalanceLow;
import dev.earshot.api.wallet.WalletEvent.HoldExtended;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.api.wallet.WalletEvent.TopUpCredited;
import dev.earshot.command.Live;
import dev.earshot.command.topup.TopUpSettings;
import dev.earshot.command.wallet.Wallets;
import dev.earshot.platform.payments.DailyCap;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A wallet, its automatic top-up and a card network, between which every word may come late, twice, out of order or never.
 * Whenever money is asked for, the laws are checked.
 */
final class World {
    static final DailyCap CAP = new DailyCap(3, 5_000, Map.of());
    private static final WalletId WALLET = WalletId.of(new AccountId("acc_ann"));
    private static final AutoTopUpId ID = AutoTopUpId.of(WALLET);

    private final Live<?> wallet = Wallets.blank();
    private final Live<AutoTopUp> autoTopUp = new Live<>(
            AutoTopUp.class,
            new AutoTopUp(),
            new AutoTopUpSettings(1, 10_000, Duration.ofHours(1), 3),
            new TopUpSettings(1, 10_000),
            CAP);
    private final List<Function<Instant, Object>> words = new ArrayList<>();
    private final Map<TopUpId, TopUpStanding> charges = new LinkedHashMap<>();
    private final Map<TopUpId, Money> amounts = new HashMap<>();
    private final Set<TopUpId> credited = new HashSet<>();
    private final Set<TopUpId> everDeclined = new HashSet<>();
    private final Map<LocalDate, List<Money>> askedFor = new HashMap<>();
    private final Map<String, Long> granted = new HashMap<>();
    private AutoTopUpEvent promise;
    private AutoTopUpTurnedOn wish; // Absent while it is off.
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    World() {
        tell(new OpenWallet(WALLET, Currency.getInstance("USD"), now));
    }

    static WalletId walletId() {
        return WALLET;
    }

    static AutoTopUpId id() {
        return ID;
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    long granted(String call) {
        return granted.getOrDefault(call, 0L);
    }

    /** Something is asked of the wallet, or of its automatic top-up, at once. */
    void tell(Object command) {
        List<Object> facts = command instanceof WalletCommand ? wallet.send(command) : autoTopUp.send(command);
        facts.forEach(this::route);
    }

    /** One of the words under way arrives, and may arrive again. */
    void deliver(int which, boolean again) {
        if (!words.isEmpty()) {
            int place = which % words.size();
            arrive(again ? words.get(place) : words.remove(place));
        }
    }

    void lose(int which) {
        if (!words.isEmpty()) {
            words.remove(which % words.size());
        }
    }

    /** The network takes the money, even of a payment it has declined before. */
    void pay(int which) {
        charge(which, Set.of(TopUpStanding.OPEN, TopUpStanding.DECLINED), topUp -> {
            charges.put(topUp, TopUpStanding.PAID);
            words.add(at -> new CreditTopUp(WALLET, topUp, amounts.get(topUp), at));
        });
    }

    void decline(int which) {
        charge(which, Set.of(TopUpStanding.OPEN), topUp -> {
            charges.put(topUp, TopUpStanding.DECLINED);
            everDeclined.add(topUp);
            words.add(at -> new DeclineAutoTopUp(ID, topUp, at));
        });
    }

    /** What should have had a consequence by now is said again. */
    void sweep() {
        if (promise instanceof AutoTopUpArmed armed) {
            tell(new WatchBalance(WALLET, armed.threshold(), now));
        } else if (promise instanceof AutoTopUpPutOff) {
            tell(new ResumeAutoTopUp(ID, now));
        } else if (promise instanceof AutoTopUpStarted started) {
            request(started);
            if (charges.get(started.topUpId()) == TopUpStanding.PAID) {
                tell(new CreditTopUp(WALLET, started.topUpId(), started.amount(), now));
                tell(new ConfirmAutoTopUp(ID, started.topUpId(), now));
            } else if (charges.get(started.topUpId()) == TopUpStanding.DECLINED) {
                tell(new DeclineAutoTopUp(ID, started.topUpId(), now));
            }
        }
    }

    /** Every word arrives, every payment is made and a few days pass. */
    void comeToRest() {
        for (int day = 0; day < 15; day++) {
            for (int round = 0; round < 5; round++) {
                while (!words.isEmpty()) {
                    arrive(words.remove(0));
                }
                pay(0);
                sweep();
            }
            pass(Duration.ofDays(1));
        }
    }

    /** Nobody who wishes to be topped up is left with less than they wish. */
    void checkThatNobodyStarves() {
        if (wish != null) {
            assertThat(wallet.send(new WatchBalance(WALLET, wish.threshold(), now)))
                    .noneMatch(BalanceLow.class::isInstance);
        }
    }

    private void arrive(Function<Instant, Object> word) {
        Object command = word.apply(now);
        if (command instanceof AutoTopUpStarted started) {
            request(started);
        } else {
            tell(command);
        }
    }

    private void request(AutoTopUpStarted started) {
        charges.putIfAbsent(started.topUpId(), TopUpStanding.OPEN);
        amounts.put(started.topUpId(), started.amount());
        assertThat(charges.values().stream().filter(TopUpStanding.OPEN::equals)).hasSizeLessThanOrEqualTo(1);
    }

    private void charge(int which, Set<TopUpStanding> standings, Consumer<TopUpId> change) {
        List<TopUpId> found = charges.keySet().stream()
                .filter(topUp -> standings.contains(charges.get(topUp)))
                .toList();
        if (!found.isEmpty()) {
            change.accept(found.get(which % found.size()));
        }
    }

    private void route(Object fact) {
        if (fact instanceof AutoTopUpTurnedOn on) {
            wish = on;
        } else if (fact instanceof AutoTopUpTurnedOff || fact instanceof AutoTopUpSuspended) {
            wish = null;
            promise = promise instanceof AutoTopUpStarted ? promise : null;
        } else if (fact instanceof AutoTopUpArmed armed) {
            promise = armed;
            words.add(at -> new WatchBalance(WALLET, armed.threshold(), at));
        } else if (fact instanceof AutoTopUpPutOff putOff) {
            promise = putOff;
        } else if (fact instanceof AutoTopUpStarted started) {
            promise = started;
            check(started);
            words.add(at -> started);
        } else if (fact instanceof AutoTopUpPaid || fact instanceof AutoTopUpDeclined) {
            promise = null;
        } else if (fact instanceof BalanceLow low) {
            words.add(at -> new MeetLowBalance(ID, low.left(), at));
        } else if (fact instanceof TopUpCredited credit) {
            credited.add(credit.topUpId());
            words.add(at -> new ConfirmAutoTopUp(ID, credit.topUpId(), at));
        } else if (fact instanceof HoldPlaced placed) {
            granted.put(placed.callId().suffix(), placed.grant().seconds());
        } else if (fact instanceof HoldExtended extended) {
            granted.put(extended.callId().suffix(), extended.grant().seconds());
        }
    }

    private void check(AutoTopUpStarted started) {
        charges.forEach((topUp, standing) -> {
            assertThat(standing).as("%s is settled", topUp).isNotEqualTo(TopUpStanding.OPEN);
            assertThat(credited.contains(topUp) || everDeclined.contains(topUp))
                    .as("%s is in the wallet before the next is asked for", topUp)
                    .isTrue();
        });
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<Money> asked = askedFor.computeIfAbsent(today, absent -> new ArrayList<>());
        asked.add(started.amount());
        assertThat(asked).hasSizeLessThanOrEqualTo(CAP.times());
        assertThat(asked.stream().mapToLong(Money::minor).sum()).isLessThanOrEqualTo(CAP.minor());
    }

    /** How many payments were asked for. */
    int payments() {
        return charges.size();
    }
}
