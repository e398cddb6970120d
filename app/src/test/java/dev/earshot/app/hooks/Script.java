package dev.earshot.app.hooks;

import dev.earshot.app.hooks.Told.What;
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

    /** A top-up, what is told of it in the order in which it happened, and how that ends. */
    record TopUp(int number, int wallet, long minor, List<Told> told) {
        String ends() {
            if (isTold(What.PAID)) {
                return "PAID";
            }
            return isTold(What.DECLINED) ? "DECLINED" : "REQUESTED";
        }

        private boolean isTold(What what) {
            return told.stream().anyMatch(told -> told.what() == what);
        }
    }

    private final List<TopUp> topUps = new ArrayList<>();
    private final Random random;
    private final int hooks;
    private int told;

    /** A script with exactly this many hooks. */
    Script(long seed, int hooks) {
        this.random = new Random(seed);
        this.hooks = hooks;
        while (told < hooks) {
            topUps.add(topUp(topUps.size()));
        }
    }

    List<TopUp> topUps() {
        return topUps;
    }

    /** All that is told, top-up by top-up, each in order. */
    List<Told> told() {
        return topUps.stream().flatMap(topUp -> topUp.told().stream()).toList();
    }

    int wallets() {
        return topUps.size() / TOP_UPS_OF_A_WALLET + 1;
    }

    /** What is in each wallet in the end, by what was paid for it. */
    Map<Integer, Long> balances() {
        Map<Integer, Long> balances = new TreeMap<>();
        for (int wallet = 0; wallet < wallets(); wallet++) {
            balances.put(wallet, 0L);
        }
        topUps.stream()
                .filter(topUp -> topUp.ends().equals("PAID"))
                .forEach(topUp -> balances.merge(topUp.wallet(), topUp.minor(), Long::sum));
        return balances;
    }

    /** What has become of each top-up in the end. */
    Map<Integer, String> ends() {
        Map<Integer, String> ends = new HashMap<>();
        topUps.forEach(topUp -> ends.put(topUp.number(), topUp.ends()));
        return ends;
    }

    /** Members try again after a decline, and a payment may be told under two names. */
    private TopUp topUp(int number) {
        long minor = 100 + random.nextInt(5_000);
        List<Told> course = new ArrayList<>();
        tell(course, random.nextInt(3), number, What.DECLINED, minor);
        tell(course, random.nextInt(2), number, What.OF_NO_CONCERN, minor);
        tell(course, isOneOf(5), number, What.PAID_ANOTHER_AMOUNT, minor + 1);
        tell(course, random.nextInt(3), number, What.PAID, minor);
        tell(course, random.nextInt(2), number, What.OF_NO_CONCERN, minor);
        tell(course, isOneOf(10), number, What.PAID_FOR_NOBODY, minor);
        // A payment may be overtaken by a decline that is told after it.
        tell(course, isOneOf(10), number, What.DECLINED, minor);
        return new TopUp(number, number / TOP_UPS_OF_A_WALLET, minor, course);
    }

    private void tell(List<Told> course, int times, int topUp, What what, long minor) {
        for (int i = 0; i < times && told < hooks; i++) {
            course.add(new Told(told++, topUp, what, minor));
        }
    }

    private int isOneOf(int percent) {
        return random.nextInt(100) < percent ? 1 : 0;
    }
}
