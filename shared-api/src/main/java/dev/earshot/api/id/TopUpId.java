package dev.earshot.api.id;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Names one attempt to put money, or a pack bought with it, into a wallet, or to pay a membership with it. */
public record TopUpId(String value) implements Id {
    /** What every id of this kind begins with. */
    public static final String PREFIX = "top_";

    private static final String AUTOMATIC = PREFIX + "AUTO"; // Ids that others ask for have no capitals.

    public TopUpId {
        IdRule.check(PREFIX, value);
    }

    /** The top-up by which a purchase made outside comes into a wallet. */
    public static TopUpId of(PurchaseId purchase) {
        return new TopUpId(PREFIX + purchase.suffix());
    }

    /** The payment of this number that an automatic top-up asks for; asked for again, it is the same one. */
    public static TopUpId of(AutoTopUpId autoTopUp, long number) {
        UUID name = UUID.nameUUIDFromBytes((autoTopUp + " " + number).getBytes(StandardCharsets.UTF_8));
        return new TopUpId(AUTOMATIC + name.toString().replace("-", ""));
    }

    /** Whether nobody asked for it but an {@link AutoTopUpId automatic top-up}. */
    public boolean isAutomatic() {
        return value.startsWith(AUTOMATIC);
    }

    /** The payment of a membership's dues that is asked for as the membership's so-manieth. */
    public static TopUpId ofDues(MembershipId membership, long attempt) {
        return new TopUpId(PREFIX + Derived.suffix(membership, attempt));
    }

    @Override
    public String toString() {
        return value;
    }
}
