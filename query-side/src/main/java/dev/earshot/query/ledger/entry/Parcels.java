package dev.earshot.query.ledger.entry;

import dev.earshot.api.pricing.Pocket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The packs of one wallet that are not used up, the oldest first. Packs that share a pocket's balance are used up in that
 * order, for the wallet does not tell them apart. Immutable.
 */
public record Parcels(List<Parcel> parcels) implements Memory {
    /** No packs. */
    public static final Parcels NONE = new Parcels(List.of());

    public Parcels {
        parcels = List.copyOf(parcels);
    }

    @Override
    public boolean isNothing() {
        return parcels.isEmpty();
    }

    /** What is left in all of one lot of one pocket. */
    public long left(Pocket pocket, String lot) {
        return parcels.stream()
                .filter(parcel -> parcel.isIn(pocket, lot))
                .mapToLong(Parcel::left)
                .sum();
    }

    /** The part of the prices in this currency that is not recognised. */
    public long deferred(Pocket pocket, String currency) {
        return parcels.stream()
                .filter(parcel -> parcel.pocket() == pocket && parcel.currency().equals(currency))
                .mapToLong(Parcel::deferred)
                .sum();
    }

    /** These, and the newest. */
    public Parcels with(Parcel parcel) {
        List<Parcel> more = new ArrayList<>(parcels);
        more.add(parcel);
        return new Parcels(more);
    }

    /** These without so many units of a lot, from the oldest pack on. What no pack had brought had no price. */
    public Parcels without(Pocket pocket, String lot, long units) {
        return without(
                parcels.stream().filter(parcel -> parcel.isIn(pocket, lot)).toList(), units);
    }

    /** These without so many units: of the pack that this payment brought, and what that lacks of the newest others. */
    public Parcels takenBack(Pocket pocket, String lot, String topUp, long units) {
        List<Parcel> order = new ArrayList<>(
                parcels.stream().filter(parcel -> parcel.isIn(pocket, lot)).toList());
        Collections.reverse(order);
        order.sort(Comparator.comparing(parcel -> !parcel.topUp().equals(topUp)));
        return without(order, units);
    }

    private Parcels without(List<Parcel> order, long units) {
        List<Parcel> rest = new ArrayList<>(parcels);
        long missing = units;
        for (Parcel parcel : order) {
            long gone = Math.min(missing, parcel.left());
            missing -= gone;
            rest.set(rest.indexOf(parcel), parcel.without(gone));
        }
        rest.removeIf(parcel -> parcel.left() == 0);
        return new Parcels(rest);
    }

    /** These with units of a pack that were gone before. */
    public Parcels givenBack(Parcel whole, long units) {
        List<Parcel> more = new ArrayList<>(parcels);
        long missing = units;
        for (int i = 0; i < more.size() && missing > 0; i++) {
            Parcel parcel = more.get(i);
            if (parcel.topUp().equals(whole.topUp())) {
                long back = Math.min(missing, parcel.gone());
                more.set(i, parcel.without(-back));
                missing -= back;
            }
        }
        if (missing > 0) {
            more.add(whole.without(whole.units() - missing));
        }
        return new Parcels(more);
    }
}
