package dev.earshot.app.lives;

import dev.earshot.api.pricing.Charge;
import dev.earshot.api.wallet.WalletEvent.AllowanceGranted;
import dev.earshot.api.wallet.WalletEvent.AllowanceLapsed;
import dev.earshot.api.wallet.WalletEvent.CashGivenBack;
import dev.earshot.api.wallet.WalletEvent.CashTakenBack;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldDeclined;
import dev.earshot.api.wallet.WalletEvent.PackExpired;
import dev.earshot.api.wallet.WalletEvent.PackGivenBack;
import dev.earshot.api.wallet.WalletEvent.PackTakenBack;
import dev.earshot.api.wallet.WalletEvent.PromoExpired;
import dev.earshot.api.wallet.WalletEvent.ReceivablePaid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What the product's aggregates know and its facts tell, in the words that paper uses too. */
final class Photograph {
    private final SortedMap<String, String> picture = new TreeMap<>();
    private final SortedMap<String, Long> lost = new TreeMap<>();

    Photograph(List<Object> facts) {
        facts.forEach(this::fact);
        lost.forEach((what, units) -> picture.put(what, units.toString()));
    }

    SortedMap<String, String> developed() {
        return picture;
    }

    private void fact(Object fact) {
        if (fact instanceof PromoExpired it) {
            lost.merge("expired PROMO " + it.unit(), it.amount(), Math::addExact);
        } else if (fact instanceof PackExpired it) {
            lost.merge("expired " + it.pocket() + " " + it.unit(), it.units(), Math::addExact);
        } else if (fact instanceof AllowanceLapsed it) {
            lost.merge("expired ALLOWANCE SECONDS", it.seconds(), Math::addExact);
        } else if (fact instanceof AllowanceGranted it) {
            lost.merge("allowed", it.seconds(), Math::addExact);
        } else if (fact instanceof PackTakenBack it) {
            lost.merge("taken back " + it.pack().pocket(), it.units(), Math::addExact);
        } else if (fact instanceof PackGivenBack it) {
            lost.merge("given back " + it.pack().pocket(), it.units(), Math::addExact);
        } else if (fact instanceof CashTakenBack it) {
            lost.merge("taken back CASH", it.amount().minor(), Math::addExact);
        } else if (fact instanceof CashGivenBack it) {
            lost.merge("given back CASH", it.amount().minor(), Math::addExact);
        } else if (fact instanceof ReceivablePaid it) {
            lost.merge("debts paid", it.amount().minor(), Math::addExact);
        } else if (fact instanceof HoldDeclined it) {
            picture.put("declined " + it.callId().suffix(), it.reason().name());
        } else if (fact instanceof HoldCaptured it) {
            List<String> paid = new ArrayList<>();
            it.charges().forEach(charge -> paid.add(words(charge)));
            picture.put("paid " + it.callId().suffix(), paid.toString());
        }
    }

    private static String words(Charge charge) {
        return "%s/%s %d s: %d %s, earned %d, fee %d"
                .formatted(
                        charge.pocket(),
                        charge.lot(),
                        charge.seconds(),
                        charge.charged(),
                        charge.unit(),
                        charge.earned(),
                        charge.fee());
    }

    void wallet(JsonNode wallet, Instant at) {
        for (JsonNode purse : wallet.path("pockets").path("purses")) {
            Instant expires = Instant.parse(purse.path("expiresAt").asString());
            picture.put(
                    "purse %s %s/%s".formatted(text(purse, "pocket"), text(purse, "unit"), text(purse, "lot")),
                    "%d, held %d, until %s"
                            .formatted(
                                    purse.path("balance").asLong(),
                                    purse.path("held").asLong(),
                                    expires.equals(Instant.MAX) ? "ever" : expires));
        }
        wallet.path("holds").forEachEntry((call, hold) -> {
            List<String> legs = new ArrayList<>();
            for (JsonNode leg : hold.path("grant").path("legs")) {
                legs.add("%s/%s %d s"
                        .formatted(
                                text(leg, "pocket"),
                                text(leg, "lot"),
                                leg.path("seconds").asLong()));
            }
            picture.put("call " + suffix(call), legs.toString());
        });
        wallet.path("starving")
                .forEachEntry((call, wanted) -> picture.put("starving " + suffix(call), wanted.asString()));
        wallet.path("debts").path("owed").forEachEntry((what, minor) -> picture.put("owes " + what, minor.asString()));
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        JsonNode graces = wallet.path("graces").path("used").path(today.toString());
        picture.put("graces today", String.valueOf(graces.asLong(0)));
    }

    void membership(JsonNode membership) {
        JsonNode period = membership.path("period");
        picture.put(
                "membership",
                period.isObject()
                        ? "%s, to %s, live to %s, credit %d%s"
                                .formatted(
                                        text(period.path("tier"), "name"),
                                        text(period, "until"),
                                        text(period, "liveUntil"),
                                        membership.path("credit").asLong(),
                                        membership.path("cancelled").asBoolean() ? ", cancelled" : "")
                        : "none, credit " + membership.path("credit").asLong());
    }

    void earnings(String listener, JsonNode earnings, String currency) {
        JsonNode coins = earnings.path("purses").path("coins").path(currency);
        picture.put(
                "coins of " + listener,
                "%d + %d bonus - %d penalties - %d clawed back, %d pending, %d available, %d paid out"
                        .formatted(
                                coins.path("earned").asLong(),
                                coins.path("bonuses").asLong(),
                                coins.path("penalties").asLong(),
                                coins.path("clawedBack").asLong(),
                                coins.path("pending").asLong(),
                                coins.path("available").asLong(),
                                coins.path("paidOut").asLong()));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }

    private static String suffix(String callId) {
        return callId.substring(callId.indexOf('_') + 1);
    }
}
