package dev.earshot.app.hooks;

import dev.earshot.app.hooks.Told.What;
import dev.earshot.app.hooks.TopUp.Brings;
import dev.earshot.app.hooks.TopUp.End;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * What happens to many wallets and what the network tells of it, made from a seed. The same script can be told in several
 * worlds, which differ in the names of their wallets, top-ups and hooks only.
 */
final class Script {
    private static final int TOP_UPS_OF_A_WALLET = 3;
    private static final int MOST_TURNS = 6;

    private final List<TopUp> topUps = new ArrayList<>();
    private final Random random;
    private int told;

    /** A script with at least so many hooks, and hardly more. */
    Script(long seed, int hooks) {
        this.random = new Random(seed);
        while (told < hooks) {
            topUps.add(topUp(topUps.size()));
        }
    }

    List<TopUp> topUps() {
        return topUps;
    }

    /** Those of which something is spent before any hook is told. */
    List<TopUp> spent() {
        return topUps.stream().filter(TopUp::isSpent).toList();
    }

    /** All that is told, top-up by top-up, each in order. */
    List<Told> told() {
        return topUps.stream().flatMap(topUp -> topUp.told().stream()).toList();
    }

    int wallets() {
        return topUps.size() / TOP_UPS_OF_A_WALLET + 1;
    }

    /** What is in each wallet in the end. */
    Map<Integer, Holding> holdings() {
        Map<Integer, Holding> holdings = new TreeMap<>();
        for (int wallet = 0; wallet < wallets(); wallet++) {
            holdings.put(wallet, Holding.NOTHING);
        }
        topUps.forEach(topUp -> holdings.merge(topUp.wallet(), topUp.holding(), Holding::plus));
        return holdings;
    }

    /** What has become of each top-up in the end. */
    Map<Integer, End> ends() {
        Map<Integer, End> ends = new HashMap<>();
        topUps.forEach(topUp -> ends.put(topUp.number(), topUp.end()));
        return ends;
    }

    /** Members try again after a decline, and a payment may be told under two names. */
    private TopUp topUp(int number) {
        long minor = 100 + random.nextInt(5_000);
        var course = new Course(number, minor, random, () -> told++);
        course.tell(random.nextInt(3), What.DECLINED, minor);
        course.tell(random.nextInt(2), What.OF_NO_CONCERN, minor);
        course.tell(isOneOf(5), What.PAID_ANOTHER_AMOUNT, minor + 1);
        course.tell(random.nextInt(3), What.PAID, minor);
        course.tell(random.nextInt(2), What.OF_NO_CONCERN, minor);
        course.tell(isOneOf(10), What.PAID_FOR_NOBODY, minor);
        // A payment may be overtaken by a decline that is told after it.
        course.tell(isOneOf(10), What.DECLINED, minor);
        boolean paid = course.isTold(What.PAID);
        // Of what was never paid nothing goes back, whatever is told of it.
        int turns = isOneOf(paid ? 40 : 5) * (1 + random.nextInt(MOST_TURNS));
        for (int turn = 0; turn < turns; turn++) {
            course.turn();
        }
        Brings brings = brings();
        long units = brings == Brings.CASH ? minor : 1 + random.nextInt(600);
        boolean isSpent = paid && isSpendable(number, brings) && isOneOf(30) == 1;
        long spent = isSpent ? 1 + random.nextLong(units) : 0;
        return new TopUp(number, number / TOP_UPS_OF_A_WALLET, brings, minor, units, spent, course);
    }

    /** Calls burn the lot that expires first, so only one of a wallet is burnt, and it is clear which. */
    private static boolean isSpendable(int number, Brings brings) {
        return brings == Brings.CASH || brings == Brings.MOMENTS && number % TOP_UPS_OF_A_WALLET == 0;
    }

    private Brings brings() {
        if (isOneOf(70) == 1) {
            return Brings.CASH;
        }
        return random.nextBoolean() ? Brings.MOMENTS : Brings.TOKENS;
    }

    private int isOneOf(int percent) {
        return random.nextInt(100) < percent ? 1 : 0;
    }
}
