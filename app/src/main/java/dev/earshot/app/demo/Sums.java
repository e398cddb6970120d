package dev.earshot.app.demo;

import static dev.earshot.app.demo.Narrator.usd;

import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Listener;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Person;
import dev.earshot.app.client.Talk;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Adds up what everybody sees and says whether it fits together to the last cent. */
final class Sums {
    private static final long FEE_BASIS_POINTS = 1_500;

    private final Cast cast;
    private final Narrator narrator;
    private boolean allEqual = true;

    Sums(Cast cast, Narrator narrator) {
        this.cast = cast;
        this.narrator = narrator;
    }

    /** True when nothing differs. */
    boolean prove(List<Talk> talks) {
        long toppedUp = ofMembers(member -> entries(member.person(), "/v1/wallet/entries", "TOP_UP", "/amount"));
        long paid = -ofMembers(member -> entries(member.person(), "/v1/wallet/entries", "CALL", "/amount"));
        long available = ofMembers(member -> member.wallet().number("available.minor"));
        long held = ofMembers(member -> member.wallet().number("held.minor"));
        long credited = ofListeners(listener -> listener.earnings().number("earned.minor"));
        long charged = talks.stream().mapToLong(Sums::charged).sum();
        long earned =
                talks.stream().mapToLong(talk -> listeners(talk, "earned")).sum();
        long fee = talks.stream().mapToLong(talk -> listeners(talk, "fee")).sum();
        long grace = talks.stream().mapToLong(Sums::paidByPlatform).sum();
        long asFormula = talks.stream().filter(this::followsTheFormula).count();

        equal("topped up = available + charged", toppedUp, available, paid);
        equal("still held = nothing", held, 0);
        equal("wallet entries = charges of all calls", paid, charged);
        equal("charged + grace paid by Earshot = earned + fee", charged + grace, earned, fee);
        equal("credited to listeners = earned in all calls", credited, earned);
        count(asFormula, talks.size());
        narrator.note("");
        narrator.note(
                allEqual
                        ? "ZERO DISCREPANCY."
                        : "!!! THE SUMS DIFFER. Not one cent may be lost or made: stop here. !!!");
        return allEqual;
    }

    private void equal(String what, long left, long... right) {
        boolean equal = left == LongStream.of(right).sum();
        allEqual &= equal;
        String sum =
                String.join(" + ", LongStream.of(right).mapToObj(Narrator::usd).toList());
        narrator.note("%-4s %-50s %8s = %s", equal ? "ok" : "!!!", what, usd(left), sum);
    }

    private void count(long asFormula, long all) {
        allEqual &= asFormula == all;
        narrator.note(
                "%-4s %-50s %8d of %d",
                asFormula == all ? "ok" : "!!!",
                "calls that cost floor(rate × seconds / 60), fee 15 %",
                asFormula,
                all);
    }

    private boolean followsTheFormula(Talk talk) {
        long rate = cast.rateOf(talk.listener());
        long cashSeconds = parts(talk, "CASH", "/seconds");
        long graceSeconds = parts(talk, "GRACE", "/seconds");
        long charged = rate * cashSeconds / 60;
        long fee = charged * FEE_BASIS_POINTS / 10_000;
        long graceMinute = rate - rate * FEE_BASIS_POINTS / 10_000;
        return charged(talk) == charged
                && listeners(talk, "fee") == fee
                && listeners(talk, "earned") == charged - fee + graceMinute * graceSeconds / 60;
    }

    private static long charged(Talk talk) {
        return parts(talk, "CASH", "/charged");
    }

    private static long parts(Talk talk, String pocket, String figure) {
        return items(talk.state().at("charged"), "/pocket", pocket, figure);
    }

    /** What only the listener sees of a call; nothing for one that was refused. */
    private static long listeners(Talk talk, String amount) {
        return talk.listener().person().get(talk.path("")).at(amount + ".minor").asLong(0);
    }

    private static long paidByPlatform(Talk talk) {
        Answer why = talk.member().person().get(talk.path("/explain"));
        return why.at("totals.paidByPlatform.minor").asLong(0);
    }

    private static long entries(Person person, String path, String kind, String figure) {
        return items(person.get(path + "?limit=200").ok().at("items"), "/kind", kind, figure);
    }

    private static long items(JsonNode items, String field, String value, String figure) {
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.at(field).asString("").equals(value))
                .mapToLong(item -> item.at(figure).asLong())
                .sum();
    }

    private long ofMembers(ToLongFunction<Member> figure) {
        return StreamSupport.stream(cast.members().spliterator(), false)
                .mapToLong(figure)
                .sum();
    }

    private long ofListeners(ToLongFunction<Listener> figure) {
        return StreamSupport.stream(cast.listeners().spliterator(), false)
                .mapToLong(figure)
                .sum();
    }
}
