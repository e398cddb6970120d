package dev.earshot.api.pricing;

/**
 * A stretch of a grant that one pocket pays at one tariff.
 *
 * @param pocket the pocket that pays
 * @param lot the lot within the pocket, empty where the pocket has no lots
 * @param fromSecond the second of the call this leg begins at, 0 for the first
 * @param seconds how long it lasts, at least 1
 * @param tariff its price
 */
public record Leg(Pocket pocket, String lot, long fromSecond, long seconds, Tariff tariff) {
    /** For pockets without lots. */
    public static final String NO_LOT = "";

    public Leg {
        if (fromSecond < 0 || seconds < 1) {
            throw new IllegalArgumentException("leg out of range: " + seconds + " s from " + fromSecond);
        }
    }

    /** The first second after this leg. */
    public long endSecond() {
        return fromSecond + seconds;
    }

    /** The units a hold must set aside for the whole leg. */
    public long held() {
        return tariff.cost(seconds);
    }

    /** The charge when the call has lasted {@code callSeconds}; nothing before the leg begins. */
    public Charge chargeAt(long callSeconds) {
        return tariff.charge(pocket, lot, talkedAt(callSeconds));
    }

    /** The units taken when the call has lasted {@code callSeconds}, as in {@link #chargeAt}. */
    public long chargedAt(long callSeconds) {
        return tariff.cost(talkedAt(callSeconds));
    }

    /** What the listener has earned when the call has lasted {@code callSeconds}, as in {@link #chargeAt}. */
    public long earnedAt(long callSeconds) {
        return tariff.earned(talkedAt(callSeconds));
    }

    private long talkedAt(long callSeconds) {
        return Math.max(0, Math.min(callSeconds - fromSecond, seconds));
    }

    boolean burnsLike(Leg next) {
        return pocket == next.pocket && lot.equals(next.lot) && tariff.equals(next.tariff);
    }

    Leg lengthenedBy(long moreSeconds) {
        return new Leg(pocket, lot, fromSecond, seconds + moreSeconds, tariff);
    }
}
