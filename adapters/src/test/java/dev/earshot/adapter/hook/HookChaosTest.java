package dev.earshot.adapter.hook;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Providers tell late, twice and in any order; it must not matter. */
class HookChaosTest extends HookTest {
    private static final int LIVES = 150;
    private static final long SEED = 20_260_101;

    @Test
    void hooks_told_up_to_five_times_in_any_order_end_as_those_told_once_in_order() {
        Random random = new Random(SEED);
        List<String> clean = new ArrayList<>();
        Map<String, String> expected = new HashMap<>();
        for (int life = 0; life < LIVES; life++) {
            String topUp = fresh("top_");
            boolean declined = random.nextBoolean();
            boolean paid = random.nextBoolean();
            if (declined) {
                clean.add(declined(fresh("sev_"), topUp));
                expected.put(topUp, "DECLINED CARD_DECLINED");
            }
            if (paid) {
                clean.add(paid(fresh("sev_"), topUp));
                expected.put(topUp, "PAID sbx_" + topUp);
            }
            clean.add(paid(fresh("sev_"), topUp).replace("payment.paid", "payment.thought-about"));
        }
        List<String> wild = new ArrayList<>();
        clean.forEach(hook -> wild.addAll(Collections.nCopies(1 + random.nextInt(5), hook)));
        Collections.shuffle(wild, random);

        wild.parallelStream().forEach(hook -> assertThat(deliver(hook).status()).isEqualTo(200));

        await().atMost(60, SECONDS).until(() -> unfinished() == 0);
        expected.forEach((topUp, stage) ->
                assertThat(topUps.stageOf(topUp)).as("seed " + SEED).isEqualTo(stage));
        assertThat(deliveriesOf(expected.size())).isLessThanOrEqualTo(wild.size());
        assertThat(changed()).isZero();
    }

    private long unfinished() {
        return jdbc.sql("SELECT count(*) FROM hook_event WHERE status = 'RECEIVED'")
                .query(Long.class)
                .single();
    }

    private long deliveriesOf(int atLeast) {
        long deliveries = jdbc.sql("SELECT sum(deliveries) FROM hook_event WHERE type = 'payment.thought-about'")
                .query(Long.class)
                .single();
        assertThat(deliveries).isGreaterThanOrEqualTo(Math.min(atLeast, LIVES));
        return deliveries;
    }

    private long changed() {
        return jdbc.sql(
                        "SELECT count(*) FROM hook_event WHERE changed_body IS NOT NULL AND type = 'payment.thought-about'")
                .query(Long.class)
                .single();
    }
}
