package dev.earshot.app.lives;

import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Unit;
import java.time.Instant;
import java.time.ZoneId;
import java.util.SortedMap;

/**
 * Where a life is led: the product, or paper. Everything asked is answered with what became of it at once: nothing, or the
 * codes of the refusals. Names are short; each world makes of them what it needs.
 */
public interface World {
    /** What every pack costs, in minor units. */
    long PACK_PRICE = 999;

    /** A top-up, as far as the provider tells. */
    String topUp(String name, long minor, String currency, Telling telling, Instant at);

    /** A pack, as far as the provider tells; {@code days} of 0 are for ever. */
    String buyPack(String name, PlanVersion version, long units, int days, Telling telling, Instant at);

    /** Finance gives so much of a payment back; all that is left for 0. */
    String refund(String payment, String name, long minor, Instant at);

    /** A refund did not reach its payee; or it did, and came back. */
    String failRefund(String payment, String name, boolean returned, Instant at);

    /** The provider tells how much of a payment has gone back in all. */
    String tellRefund(String payment, long inAll, Instant at);

    /** What the provider tells of a dispute about a payment. */
    String dispute(String payment, String name, Verdict verdict, long minor, Instant at);

    /** The account becomes a member; the provider tells so of the first dues, if there are any. */
    String join(Club club, Telling telling, Instant at);

    /** Time has passed for the membership; the provider tells so of the dues that were asked for, if any were. */
    String renew(Telling telling, Instant at);

    /** Another tier from this moment on; the provider tells so of what that costs, if it costs anything. */
    String change(Club club, Telling telling, Instant at);

    /** The membership is not to go on, or is to after all. */
    String cancel(boolean cancelled, Instant at);

    /** The member's days begin and end by other clocks. */
    String travel(ZoneId zone, Instant at);

    /** How far a dispute has come. */
    enum Verdict {
        OPEN,
        LOST,
        WON
    }

    /** A gift. */
    String promo(String name, Unit unit, long amount, Instant expiresAt, Instant at);

    /** Time has passed, and the wallet is told. */
    String expire(Instant at);

    /** Seconds are wanted for a call to a listener. */
    String dial(String call, Talk talk, Instant at);

    /** A card was authorized for this much of a call, and for no other call. */
    String lend(String call, int attempt, long minor, Instant at);

    /** More seconds are wanted for a call that is believed to have been granted so many. */
    String extend(String call, long granted, long wanted, Instant at);

    /** The call is over and is paid; the listener earns. */
    String hangUp(String call, long talked, Instant at);

    /** The call never came to be. */
    String giveUp(String call, Instant at);

    /** The account moves to another monetization version. */
    String move(PlanVersion version, Instant at);

    /** The member lets cash follow the plan's own means, or does not. */
    String overflow(boolean cash, Instant at);

    /** What was earned long enough ago becomes available. */
    String mature(String listener, Instant at);

    /** A supervisor takes coins. */
    String penalise(String name, String listener, long minor, Instant at);

    /** A lost dispute takes coins. */
    String clawBack(String name, String listener, long minor, Instant at);

    /** A member's payment for a call went straight to its listener. */
    String settleDirectly(String name, String call, long minor, Instant at);

    /** The member owes money. */
    String owe(String name, long minor, Instant at);

    /** Everything that must agree, in words and numbers. */
    SortedMap<String, String> picture(Instant at);

    /**
     * A call that is wanted.
     *
     * @param listener who is called
     * @param rate minor units a minute
     * @param currency of the rate
     * @param wanted seconds
     * @param atLeast seconds without which there is no call
     * @param byCard whether only what cards lend to the call may pay it
     */
    record Talk(String listener, long rate, String currency, long wanted, long atLeast, boolean byCard) {}
}
