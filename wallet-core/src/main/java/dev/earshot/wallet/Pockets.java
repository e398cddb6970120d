package dev.earshot.wallet;

import dev.earshot.api.id.CallId;
import dev.earshot.api.pricing.Burn;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Tariff;
import dev.earshot.api.pricing.Terms;
import dev.earshot.api.pricing.Unit;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.api.wallet.WalletEvent.AllowanceGranted;
import dev.earshot.api.wallet.WalletEvent.AllowanceLapsed;
import dev.earshot.api.wallet.WalletEvent.CardLent;
import dev.earshot.api.wallet.WalletEvent.CashGivenBack;
import dev.earshot.api.wallet.WalletEvent.CashTakenBack;
import dev.earshot.api.wallet.WalletEvent.DebtGivenBack;
import dev.earshot.api.wallet.WalletEvent.PackCredited;
import dev.earshot.api.wallet.WalletEvent.PackExpired;
import dev.earshot.api.wallet.WalletEvent.PackGivenBack;
import dev.earshot.api.wallet.WalletEvent.PackTakenBack;
import dev.earshot.api.wallet.WalletEvent.PromoExpired;
import dev.earshot.api.wallet.WalletEvent.PromoGranted;
import dev.earshot.api.wallet.WalletEvent.ReceivablePaid;
import dev.earshot.api.wallet.WalletEvent.TopUpCredited;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Everything a wallet owns, and how much of it is set aside. Immutable. No operation can take a purse below what it holds:
 * {@link Purse} fails loudly, for that would be a bug.
 *
 * @param purses the cash, then everything else, what expires first in front
 */
record Pockets(List<Purse> purses) {
    private static final Comparator<Purse> CASH_THEN_EARLIEST_EXPIRY = Comparator.comparing(Purse::isCash)
            .reversed()
            .thenComparing(Purse::expiresAt)
            .thenComparing(Purse::lot);

    Pockets {
        purses = List.copyOf(purses);
    }

    static Pockets empty() {
        return new Pockets(List.of(Purse.ofCash()));
    }

    /**
     * The grant of this call with up to {@code moreSeconds} added at its end, as far as what is available now pays for them
     * in the terms' burn order.
     */
    Grant lengthen(CallId callId, Grant grant, Terms terms, long moreSeconds, Instant at) {
        long until = Math.addExact(grant.seconds(), moreSeconds);
        Grant longer = grant;
        for (Burn burn : terms.burnOrder()) {
            for (Purse purse : purses) {
                if (purse.pays(burn, at) && purse.mayPayFor(callId)) {
                    long newlyHeld = held(longer, purse) - held(grant, purse);
                    longer = burn(purse, burn.tariff(), purse.available() - newlyHeld, longer, until);
                }
            }
        }
        return longer;
    }

    private static Grant burn(Purse purse, Tariff tariff, long available, Grant grant, long until) {
        long leg = grant.lengthenable(purse.pocket(), purse.lot(), tariff);
        if (available == 0 && leg == 0) {
            return grant; // An empty purse begins no leg, though a first second may round down to a cost of nothing.
        }
        long budget = Math.addExact(available, tariff.cost(leg));
        long more = tariff.affordable(budget, leg + until - grant.seconds()) - leg;
        return more > 0 ? grant.then(purse.pocket(), purse.lot(), more, tariff) : grant;
    }

    /** These pockets when something has come in or gone that no hold had set aside. */
    Pockets after(WalletEvent event) {
        if (event instanceof TopUpCredited credit) {
            return creditCash(credit.amount().minor());
        } else if (event instanceof CashGivenBack back) {
            return creditCash(back.amount().minor());
        } else if (event instanceof DebtGivenBack back) {
            return creditCash(back.amount().minor());
        } else if (event instanceof CashTakenBack back) {
            return creditCash(-back.amount().minor());
        } else if (event instanceof ReceivablePaid debt) {
            return creditCash(-debt.amount().minor());
        } else if (event instanceof PackCredited credit) {
            return add(
                    Purse.ofPack(credit.topUpId(), credit.pack(), credit.pack().units(), credit.at()));
        } else if (event instanceof PackGivenBack back) {
            return add(Purse.ofPack(back.topUpId(), back.pack(), back.units(), back.at()));
        } else if (event instanceof PackTakenBack back) {
            return take(back.pack().pocket(), Purse.lotOf(back.topUpId(), back.pack()), back.units());
        } else if (event instanceof PackExpired pack) {
            return take(pack.pocket(), pack.lotId().value(), pack.units());
        } else if (event instanceof PromoGranted promo) {
            return add(Purse.ofPromo(promo.lotId(), promo.unit(), promo.amount(), promo.expiresAt()));
        } else if (event instanceof PromoExpired promo) {
            return take(Pocket.PROMO, promo.lotId().value(), promo.amount());
        } else if (event instanceof AllowanceGranted day) {
            return add(Purse.ofAllowance(day.lotId(), day.seconds(), day.expiresAt()));
        } else if (event instanceof AllowanceLapsed day) {
            return take(Pocket.ALLOWANCE, day.lotId().value(), day.seconds());
        } else if (event instanceof CardLent card) {
            return add(Purse.ofCard(card.cardPaymentId(), card.amount().minor()));
        }
        return this;
    }

    /** These pockets when a hold has changed from {@code before} to {@code after}. */
    Pockets hold(Grant before, Grant after) {
        return each(purse -> purse.with(purse.balance(), purse.held() - held(before, purse) + held(after, purse)));
    }

    /** These pockets when a hold is resolved: its grant is no longer set aside, and the charges are taken. */
    Pockets settle(Grant grant, List<Charge> charges) {
        return each(purse -> purse.with(purse.balance() - charged(charges, purse), purse.held() - held(grant, purse)));
    }

    Pockets creditCash(long minor) {
        return each(purse -> purse.isCash() ? purse.plus(minor) : purse);
    }

    /** These pockets with the content of another purse: in the purse of that name, or as one of its own. */
    Pockets add(Purse more) {
        if (purses.stream().anyMatch(purse -> purse.is(more.pocket(), more.lot()))) {
            return each(purse -> purse.is(more.pocket(), more.lot()) ? purse.plus(more.balance()) : purse);
        }
        List<Purse> all = new ArrayList<>(purses);
        all.add(more);
        all.sort(CASH_THEN_EARLIEST_EXPIRY);
        return new Pockets(all);
    }

    /** These pockets without whatever cards had lent to this call. */
    Pockets withoutCardsOf(CallId callId) {
        List<Purse> others = new ArrayList<>(purses.size());
        for (Purse purse : purses) {
            if (!purse.isLentTo(callId)) {
                others.add(purse);
            }
        }
        return others.size() == purses.size() ? this : new Pockets(others);
    }

    /** These pockets without {@code amount} of one purse. */
    Pockets take(Pocket pocket, String lot, long amount) {
        return each(purse -> purse.is(pocket, lot) ? purse.plus(-amount) : purse);
    }

    /** The cash, set aside or not. */
    long cash() {
        long cash = 0;
        for (Purse purse : purses) {
            cash += purse.isCash() ? purse.balance() : 0;
        }
        return cash;
    }

    /** Whether anything is left of what was bought. */
    boolean hasPacks() {
        return purses.stream().anyMatch(purse -> purse.isOfPack() && purse.balance() > 0);
    }

    /** What is in one purse and not set aside; nothing where there is no such purse. */
    long available(Pocket pocket, String lot) {
        long available = 0;
        for (Purse purse : purses) {
            available += purse.is(pocket, lot) ? purse.available() : 0;
        }
        return available;
    }

    /** The lots of which something that no hold has set aside has expired. */
    List<Purse> expired(Instant at) {
        List<Purse> expired = new ArrayList<>();
        for (Purse purse : purses) {
            if (purse.hasExpired(at) && purse.available() > 0) {
                expired.add(purse);
            }
        }
        return expired;
    }

    /** Whether this much more of a unit can be counted at all. */
    boolean hasRoomFor(Unit unit, long amount) {
        long room = Long.MAX_VALUE;
        for (Purse purse : purses) {
            room -= purse.unit() == unit ? purse.balance() : 0;
        }
        return amount <= room;
    }

    private Pockets each(UnaryOperator<Purse> change) {
        List<Purse> changed = new ArrayList<>(purses.size());
        for (Purse purse : purses) {
            Purse now = change.apply(purse);
            if (!now.isSpent()) {
                changed.add(now);
            }
        }
        return new Pockets(changed);
    }

    private static long held(Grant grant, Purse purse) {
        return grant.held(purse.pocket(), purse.lot());
    }

    private static long charged(List<Charge> charges, Purse purse) {
        long charged = 0;
        for (Charge charge : charges) {
            charged += purse.is(charge.pocket(), charge.lot()) ? charge.charged() : 0;
        }
        return charged;
    }
}
