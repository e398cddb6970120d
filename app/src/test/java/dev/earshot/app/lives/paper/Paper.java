package dev.earshot.app.lives.paper;

import dev.earshot.api.id.CallId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Unit;
import dev.earshot.app.lives.Club;
import dev.earshot.app.lives.Prices;
import dev.earshot.app.lives.Telling;
import dev.earshot.app.lives.World;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Leads a life on paper: says what must come of everything that is asked. */
public final class Paper implements World {
    private static final String UNKNOWN_HOLD = "UNKNOWN_HOLD ";

    private final String currency;
    private final PriceList priceList;
    private final Days days = new Days();
    private final Member member = new Member();
    private final Purse purse;
    private final Map<String, Payment> payments = new HashMap<>();
    private final Map<String, Coins> coins = new TreeMap<>();
    private final Set<PlanVersion> packs = EnumSet.noneOf(PlanVersion.class);
    private final Map<String, String> dialled = new HashMap<>();
    private final Set<String> lent = new HashSet<>();
    private final Set<String> closed = new HashSet<>();
    private final SortedMap<String, String> told = new TreeMap<>();
    private PlanVersion plan = PlanVersion.PAY_PER_MINUTE;
    private boolean overflow;

    /** Nothing is written yet. */
    public Paper(Prices prices, String currency) {
        this.currency = currency;
        this.priceList = new PriceList(prices);
        this.purse = new Purse(prices, days);
    }

    @Override
    public String topUp(String name, long minor, String paidIn, Telling telling, Instant at) {
        if (!paidIn.equals(currency)) {
            return "CURRENCY_MISMATCH ";
        }
        if (minor < 100 || minor > 1_000_000) {
            return "TOP_UP_AMOUNT_OUT_OF_RANGE ";
        }
        keep(new Payment(name, minor, minor, purse.cash(), 0, telling.paid()));
        if (telling.paid()) {
            purse.cash().balance += minor;
            purse.settle(at);
        }
        return refusals(telling);
    }

    @Override
    public String buyPack(String name, PlanVersion version, long units, int days, Telling telling, Instant at) {
        boolean tokens = version == PlanVersion.TOKENS;
        Lot lot = new Lot(
                tokens ? Pocket.TOKENS : Pocket.MOMENTS,
                tokens ? Unit.TOKENS : Unit.SECONDS,
                days == 0 ? "" : "lot_" + name,
                Payment.end(days, at));
        keep(new Payment(name, PACK_PRICE, units, lot, days, telling.paid()));
        if (telling.paid()) {
            purse.put(lot, units);
            packs.add(version);
            purse.settle(at);
        }
        return refusals(telling);
    }

    private void keep(Payment payment) {
        payments.put(payment.name, payment);
        purse.remember(payment);
    }

    private static String refusals(Telling telling) {
        return switch (telling) {
            case PAID_THEN_DECLINED -> "TOP_UP_ALREADY_PAID ";
            case ANOTHER_AMOUNT_THEN_PAID -> "TOP_UP_AMOUNT_MISMATCH ";
            default -> "";
        };
    }

    @Override
    public String refund(String payment, String name, long minor, Instant at) {
        String no = payments.get(payment).refund(name, minor);
        payments.get(payment).follow(purse, at);
        return no;
    }

    @Override
    public String failRefund(String payment, String name, boolean returned, Instant at) {
        String no = payments.get(payment).failRefund(name, returned, at);
        payments.get(payment).follow(purse, at);
        return no;
    }

    @Override
    public String tellRefund(String payment, long inAll, Instant at) {
        payments.get(payment).tell(inAll, at);
        payments.get(payment).follow(purse, at);
        return "";
    }

    @Override
    public String dispute(String payment, String name, Verdict verdict, long minor, Instant at) {
        payments.get(payment).dispute(name, verdict, minor);
        payments.get(payment).follow(purse, at);
        return "";
    }

    @Override
    public String promo(String name, Unit unit, long amount, Instant expiresAt, Instant at) {
        purse.put(new Lot(Pocket.PROMO, unit, "lot_" + name, expiresAt), amount);
        purse.settle(at);
        return "";
    }

    @Override
    public String join(Club club, Telling telling, Instant at) {
        if (member.stands()) {
            boolean again = member.club().equals(club) && !member.isCancelled();
            return again ? "" : "MEMBERSHIP_STANDS ";
        }
        if (member.tries(club, at)) {
            allow(at);
            return "";
        }
        return answer(member.bill(club, at, 0), telling, at, false);
    }

    @Override
    public String renew(Telling telling, Instant at) {
        boolean stood = member.stands();
        Member.Bill bill = member.due(at);
        if (stood && !member.stands()) {
            limit(at, at);
        }
        return bill == null ? "" : answer(bill, telling, at, true);
    }

    @Override
    public String change(Club club, Telling telling, Instant at) {
        if (!member.stands()) {
            return member.everJoined() ? "MEMBERSHIP_UNKNOWN " : "";
        }
        return club.equals(member.club()) ? "" : answer(member.bill(club, at, member.unused(at)), telling, at, false);
    }

    private String answer(Member.Bill bill, Telling telling, Instant at, boolean renewal) {
        if (bill.minor() > 0 && !telling.paid()) {
            if (renewal) {
                member.missed(at);
            }
            return "";
        }
        member.paid(bill, at);
        allow(at);
        return bill.minor() > 0 ? refusals(telling) : "";
    }

    private void allow(Instant at) {
        packs.add(PlanVersion.MEMBERSHIP);
        if (days.agree(member.club().secondsPerDay(), member.allowedUntil())) {
            days.raise(purse, at);
            purse.settle(at);
        }
    }

    private void limit(Instant until, Instant at) {
        if (days.limit(until)) {
            days.raise(purse, at);
            purse.settle(at);
        }
    }

    @Override
    public String cancel(boolean cancelled, Instant at) {
        if (!member.stands()) {
            return member.everJoined() ? "MEMBERSHIP_UNKNOWN " : "";
        }
        if (member.isOver(at) && (cancelled || member.isCancelled())) {
            if (!cancelled) {
                return "MEMBERSHIP_OVER ";
            }
            member.end();
            limit(at, at);
        } else if (cancelled != member.isCancelled()) {
            member.cancel(cancelled);
            limit(member.allowedUntil(), at);
        }
        return "";
    }

    @Override
    public String travel(ZoneId zone, Instant at) {
        days.follow(zone);
        return "";
    }

    @Override
    public String expire(Instant at) {
        purse.settle(at);
        return "";
    }

    @Override
    public String dial(String call, Talk talk, Instant at) {
        dialled.putIfAbsent(call, talk.listener());
        if (purse.runs(call) || closed.contains(call)) {
            return "";
        }
        purse.settle(at);
        if (!talk.currency().equals(currency)) {
            return decline(call, "CURRENCY_MISMATCH");
        }
        if (purse.owes()) {
            return decline(call, "RECEIVABLE_OPEN");
        }
        Running running = new Running(call, talk.listener(), ways(talk, at), at);
        purse.grant(running, talk.wanted(), priceList.grace(talk.rate()), !talk.byCard(), at);
        if (running.seconds() == 0 || running.seconds() < talk.atLeast()) {
            return decline(call, "INSUFFICIENT_FUNDS");
        }
        purse.run(call, running);
        return "";
    }

    private List<Way> ways(Talk talk, Instant at) {
        if (talk.byCard()) {
            return priceList.byCard(talk.rate());
        }
        boolean cash = plan == PlanVersion.MEMBERSHIP
                ? !member.isLive(at) || member.club().overflow()
                : overflow;
        return priceList.ways(plan, cash, packs, talk.rate());
    }

    @Override
    public String lend(String call, int attempt, long minor, Instant at) {
        if (!closed.contains(call) && lent.add(call + " " + attempt)) {
            purse.lend(
                    call, CardPaymentId.of(new CallId("call_" + call), attempt).value(), minor);
            purse.settle(at);
        }
        return "";
    }

    private String decline(String call, String why) {
        purse.forget(call);
        closed.add(call);
        told.put("declined " + call, why);
        return "";
    }

    @Override
    public String extend(String call, long granted, long wanted, Instant at) {
        if (!purse.runs(call)) {
            return closed.contains(call) ? "" : UNKNOWN_HOLD;
        }
        purse.settle(at);
        purse.extend(call, granted, wanted, at);
        return "";
    }

    @Override
    public String hangUp(String call, long talked, Instant at) {
        if (!purse.runs(call)) {
            return closed.contains(call) ? "" : UNKNOWN_HOLD;
        }
        closed.add(call);
        Running running = purse.close(call);
        long seconds = Math.max(0, Math.min(talked, running.seconds()));
        Bill bill = new Bill();
        bill.talk(running, seconds);
        if (seconds > 0) {
            told.put("paid " + call, bill.toString());
        }
        if (bill.earned() > 0) {
            box(running.listener).earn(call, bill.earned(), seconds, at);
        }
        purse.forget(call);
        purse.graceIs(running, bill.reached(Pocket.GRACE));
        purse.settle(at);
        return "";
    }

    @Override
    public String giveUp(String call, Instant at) {
        if (closed.add(call)) {
            if (purse.runs(call)) {
                purse.graceIs(purse.close(call), false);
            }
            purse.forget(call);
            purse.settle(at);
        }
        return "";
    }

    @Override
    public String move(PlanVersion version, Instant at) {
        plan = version;
        return "";
    }

    @Override
    public String overflow(boolean cash, Instant at) {
        overflow = cash;
        return "";
    }

    @Override
    public String mature(String listener, Instant at) {
        coins.get(listener).mature(at);
        return "";
    }

    @Override
    public String penalise(String name, String listener, long minor, Instant at) {
        coins.get(listener).penalise(name, minor);
        return "";
    }

    @Override
    public String clawBack(String name, String listener, long minor, Instant at) {
        coins.get(listener).clawBack(name, minor);
        return "";
    }

    @Override
    public String settleDirectly(String name, String call, long minor, Instant at) {
        if (dialled.containsKey(call)) {
            box(dialled.get(call)).settleDirectly(call, minor);
        }
        return "";
    }

    @Override
    public String owe(String name, long minor, Instant at) {
        purse.owe(name, minor);
        purse.settle(at);
        return "";
    }

    private Coins box(String listener) {
        return coins.computeIfAbsent(listener, fresh -> new Coins());
    }

    @Override
    public SortedMap<String, String> picture(Instant at) {
        SortedMap<String, String> picture = new TreeMap<>(told);
        purse.draw(picture, at);
        if (member.everJoined()) {
            picture.put("membership", member.toString());
        }
        if (days.allowed() > 0) {
            picture.put("allowed", String.valueOf(days.allowed()));
        }
        coins.forEach((listener, slips) -> picture.put("coins of " + listener, slips.toString()));
        return picture;
    }
}
