package dev.earshot.adapter.hook;

import dev.earshot.api.id.AccountId;
import dev.earshot.platform.erasure.ErasureStep;
import dev.earshot.platform.erasure.OtherNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The bodies of hooks that speak of the person, with the e-mail and whatever else a provider puts there. What is not done with
 * yet keeps its body until it is, and this step is asked again. Runs before what the names are found by is gone.
 */
@Component
class BodiesForgotten implements ErasureStep {
    private static final int NAMES_AT_ONCE = 500;
    private static final String SPEAKS_OF = """
            (encode(body, 'escape') ~ :any OR encode(coalesce(changed_body, ''), 'escape') ~ :any)""";

    private final JdbcClient jdbc;
    private final ObjectProvider<OtherNames> names;

    BodiesForgotten(JdbcClient jdbc, ObjectProvider<OtherNames> names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    @Override
    public String name() {
        return "hooks";
    }

    @Override
    public void erase(AccountId person) {
        Set<String> all = new TreeSet<>(Set.of(person.suffix()));
        names.forEach(some -> all.addAll(some.of(person)));
        List<String> sorted = new ArrayList<>(all);
        long left = 0;
        for (int from = 0; from < sorted.size(); from += NAMES_AT_ONCE) {
            left += forget(sorted.subList(from, Math.min(from + NAMES_AT_ONCE, sorted.size())));
        }
        if (left > 0) {
            throw new IllegalStateException(left + " hooks that speak of " + person + " are not done with yet");
        }
        jdbc.sql("DELETE FROM provider_customer WHERE cardholder_id = 'chd_' || :suffix")
                .param("suffix", person.suffix())
                .update();
        jdbc.sql("DELETE FROM open_payee WHERE earnings_id = 'ear_' || :suffix")
                .param("suffix", person.suffix())
                .update();
    }

    /** Bytes are searched as they are, for not all that arrives is well-formed; one pass looks for all names at once. */
    private long forget(List<String> someNames) {
        String any = someNames.stream().map(BodiesForgotten::literally).collect(Collectors.joining("|"));
        jdbc.sql("""
                        UPDATE hook_event SET body = NULL,
                            changed_body = CASE WHEN changed_body IS NULL THEN NULL ELSE ''::bytea END
                        WHERE status IN ('PROCESSED', 'IGNORED') AND %s
                        """.formatted(SPEAKS_OF)).param("any", any).update();
        return jdbc.sql("SELECT count(*) FROM hook_event WHERE " + SPEAKS_OF)
                .param("any", any)
                .query(Long.class)
                .single();
    }

    private static String literally(String name) {
        return Pattern.compile("[^0-9A-Za-z_]").matcher(name).replaceAll("\\\\$0");
    }
}
