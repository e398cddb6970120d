package dev.earshot.app.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand hooks over HTTP to a whole Earshot, told twice: in one world each once and in the order of what happened,
 * in the other one up to five times, in any order, with some that get lost and are pulled later, some that are changed
 * on the way and some that are forged. They tell of payments and declines of money and packs, some of it spent before, of
 * refunds that stay and refunds that come back, and of disputes. Both worlds must come to the same, which a model knows:
 * every pocket and debt of every wallet, every top-up and what has gone back of it, every hook.
 *
 * <p>{@code -Dhooks.seed=…} repeats a run; every run says its seed.
 */
class HookChaosTest {
    private static final int HOOKS = Integer.getInteger("hooks.count", 10_000);
    private static final int LOST_PERCENT = 5;
    private static final int MOST_DELIVERIES = 5;
    private static final String CLEAN = "c";
    private static final String WILD = "w";

    private final long seed = Long.getLong("hooks.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Script script = new Script(seed, HOOKS);
    private final int hooks = script.told().size();

    @Test
    void hooks_told_badly_come_to_the_same_as_hooks_told_well() {
        System.out.println("Hooks are told in a wild order by -Dhooks.seed=" + seed);
        try (HookWorlds worlds = HookWorlds.start()) {
            worlds.open(CLEAN, script);
            worlds.open(WILD, script);

            tellWell(worlds);
            Map<Integer, Integer> deliveries = tellBadly(worlds);
            Set<Integer> changed = tellSomethingElse(worlds, deliveries);

            worlds.eventuallyProcessed(2 * hooks);
            worlds.eventually(() -> assertThat(worlds.holdings(WILD))
                    .as("wallets, seed %d", seed)
                    .isEqualTo(worlds.holdings(CLEAN))
                    .isEqualTo(script.holdings()));
            worlds.eventually(() -> assertThat(worlds.topUps(WILD))
                    .as("top-ups, seed %d", seed)
                    .isEqualTo(worlds.topUps(CLEAN))
                    .isEqualTo(script.ends()));
            assertThat(worlds.ledgers(WILD))
                    .as("entries, seed %d", seed)
                    .isEqualTo(worlds.ledgers(CLEAN))
                    .isEqualTo(script.holdings());
            assertThat(worlds.debtorsWithCash()).as("debtors, seed %d", seed).isEmpty();
            assertThat(worlds.hooks(WILD))
                    .as("hooks, seed %d", seed)
                    .isEqualTo(worlds.hooks(CLEAN))
                    .isEqualTo(becomes());
            assertThat(worlds.deliveries(WILD)).as("deliveries, seed %d", seed).isEqualTo(deliveries);
            assertThat(worlds.changed(WILD)).as("changed hooks, seed %d", seed).isEqualTo(changed);
            assertThat(worlds.credits()).as("credits, seed %d", seed).isEqualTo(2 * paid());
            assertThat(worlds.calls())
                    .as("calls, seed %d", seed)
                    .isEqualTo(2L * script.spent().size());
        }
    }

    /** What happens to one top-up is told one by one, and worked off before the next is told. */
    private void tellWell(HookWorlds worlds) {
        int told = 0;
        for (int turn = 0; told < hooks; turn++) {
            int now = turn;
            List<Told> next = script.topUps().stream()
                    .filter(topUp -> topUp.told().size() > now)
                    .map(topUp -> topUp.told().get(now))
                    .toList();
            worlds.deliver(next.stream().map(hook -> hook.body(CLEAN)).toList());
            told += next.size();
            worlds.eventuallyProcessed(told);
        }
    }

    /** Answers how often each hook was delivered. */
    private Map<Integer, Integer> tellBadly(HookWorlds worlds) {
        Map<Integer, Integer> deliveries = new HashMap<>();
        List<String> wild = new ArrayList<>();
        List<Told> lost = new ArrayList<>();
        for (Told hook : script.told()) {
            boolean isLost = random.nextInt(100) < LOST_PERCENT;
            int times = isLost ? 0 : 1 + random.nextInt(MOST_DELIVERIES);
            deliveries.put(hook.number(), times);
            wild.addAll(Collections.nCopies(times, hook.body(WILD)));
            if (isLost) {
                lost.add(hook);
            }
        }
        Collections.shuffle(wild, random);
        worlds.deliver(wild);
        worlds.forge(wild.subList(0, 100));
        worlds.lose(lost, WILD);
        return deliveries;
    }

    /** Some hooks come once more and say something else, whoever changed them; answers which. */
    private Set<Integer> tellSomethingElse(HookWorlds worlds, Map<Integer, Integer> deliveries) {
        Set<Integer> changed = new HashSet<>();
        List<String> bodies = new ArrayList<>();
        for (Told hook : script.told()) {
            if (deliveries.get(hook.number()) > 0 && random.nextInt(50) == 0) {
                changed.add(hook.number());
                deliveries.merge(hook.number(), 1, Integer::sum);
                bodies.add(hook.changedBody(WILD));
            }
        }
        worlds.deliver(bodies);
        return changed;
    }

    private Map<Integer, String> becomes() {
        Map<Integer, String> becomes = new HashMap<>();
        script.told().forEach(hook -> becomes.put(hook.number(), hook.what().becomes()));
        return becomes;
    }

    private long paid() {
        return script.topUps().stream().filter(TopUp::isPaid).count();
    }
}
