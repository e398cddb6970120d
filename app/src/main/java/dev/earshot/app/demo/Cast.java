package dev.earshot.app.demo;

import dev.earshot.app.client.Api;
import dev.earshot.app.client.Hearts;
import dev.earshot.app.client.Listener;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Who takes part. Each play has people of its own, so that its sums are its own on a data folder that is kept. */
final class Cast {
    private record Role(String name, String skill, String language, long ratePerMinute) {}

    private record Purse(String name, long minor, String method, String comes) {}

    private static final List<Role> LISTENERS = List.of(
            new Role("Lea", "grief", "en", 600),
            new Role("Max", "career", "en", 250),
            new Role("Noa", "sleep", "en", 400),
            new Role("Oli", "chess", "de", 120),
            new Role("Pia", "music", "es", 999),
            new Role("Quinn", "study", "en", 333));

    private static final List<Purse> MEMBERS = List.of(
            new Purse("Ann", 2_000, "test_ok", "PAID"),
            new Purse("Bob", 3_000, "test_ok", "PAID"),
            new Purse("Cem", 2_500, "test_ok", "PAID"),
            new Purse("Dee", 1_500, "test_late", "PAID"),
            new Purse("Eli", 271, "test_ok", "PAID"),
            new Purse("Fay", 134, "test_ok", "PAID"),
            new Purse("Gil", 4_000, "test_declined", "DECLINED"),
            new Purse("Hui", 1_100, "test_ok", "PAID"));

    private final Map<String, Listener> listeners = new LinkedHashMap<>();
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, Long> rates = new LinkedHashMap<>();
    private final Api api;
    private final Narrator narrator;
    private final String play = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    Cast(Api api, Narrator narrator) {
        this.api = api;
        this.narrator = narrator;
    }

    /** Listeners publish their profiles and go live. */
    void openMarket(Hearts hearts) {
        for (Role role : LISTENERS) {
            Listener listener = new Listener(signIn(role.name(), "listener"));
            listener.publish(role.name(), role.skill(), role.language(), role.ratePerMinute())
                    .goLive();
            hearts.present(listener);
            listeners.put(role.name(), listener);
            rates.put(role.name(), role.ratePerMinute());
            narrator.tell(
                    "%-6s goes live   %-8s %6s USD a minute",
                    role.name(), role.skill(), Narrator.usd(role.ratePerMinute()));
        }
    }

    /** Members put money into their wallets; not every card works, and not every answer comes at once. */
    void topUp() {
        for (Purse purse : MEMBERS) {
            Member member = new Member(signIn(purse.name()));
            members.put(purse.name(), member);
            String topUp = member.topUp(purse.minor(), purse.method());
            String state = purse.method().equals("test_late")
                    ? "no answer from the network yet"
                    : Patience.until(() -> stateOf(member, topUp), purse.comes()::equals);
            narrator.tell(
                    "%-6s tops up   %8s USD with %-14s %s",
                    purse.name(), Narrator.usd(purse.minor()), purse.method(), state.toLowerCase(Locale.ROOT));
        }
    }

    /** Somebody who takes part in this play without a place on the market. */
    Person guest(String name, String... roles) {
        return signIn(name, roles);
    }

    Listener listener(String name) {
        return listeners.get(name);
    }

    Member member(String name) {
        return members.get(name);
    }

    long rateOf(Listener listener) {
        return rates.get(nameOf(listener.person()));
    }

    Iterable<Listener> listeners() {
        return listeners.values();
    }

    Iterable<Member> members() {
        return members.values();
    }

    /** The name the audience knows. */
    String nameOf(Person person) {
        Predicate<String> theirs = name -> mail(name).equals(person.name());
        return rates.keySet().stream()
                .filter(theirs)
                .findFirst()
                .or(() -> members.keySet().stream().filter(theirs).findFirst())
                .orElseThrow();
    }

    /** What to sign in with to look at somebody's side of it. */
    String idToken(String name) {
        return "dev:" + mail(name) + "@example.com";
    }

    private Person signIn(String name, String... roles) {
        return api.signIn(mail(name), roles);
    }

    private String mail(String name) {
        return name.toLowerCase(Locale.ROOT) + "-" + play;
    }

    private static String stateOf(Member member, String topUp) {
        return member.person().get("/v1/wallet/top-ups/" + topUp).text("status");
    }
}
