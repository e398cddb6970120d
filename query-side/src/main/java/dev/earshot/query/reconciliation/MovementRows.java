package dev.earshot.query.reconciliation;

import dev.earshot.query.fold.Columns;
import dev.earshot.query.reconciliation.Change.GoneBack;
import dev.earshot.query.reconciliation.Change.Moved;
import dev.earshot.query.reconciliation.Change.Naming;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The tables of what has moved. */
@Component
class MovementRows {
    private final JdbcTemplate jdbc;

    MovementRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Names before what bears them, what went before what came back, and the rest once all is there. */
    void write(List<Change> changes) {
        name(latest(changes, Naming.class, Naming::subject, (one, other) -> other));
        Collection<Moved> moved = latest(changes, Moved.class, Moved::entry, Moved::larger);
        move(moved.stream().filter(entry -> entry.onlyAfter().isEmpty()).toList());
        move(moved.stream().filter(entry -> !entry.onlyAfter().isEmpty()).toList());
        goBack(latest(changes, GoneBack.class, GoneBack::subject, GoneBack::and));
    }

    void clear() {
        jdbc.execute("TRUNCATE provider_movement, provider_payment");
    }

    private static <T extends Change> Collection<T> latest(
            List<Change> changes, Class<T> kind, Function<T, String> key, BinaryOperator<T> both) {
        Map<String, T> one = changes.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .collect(Collectors.toMap(key, Function.identity(), both, LinkedHashMap::new));
        return one.values();
    }

    private void name(Collection<Naming> namings) {
        Columns.of(namings).text(Naming::subject).text(Naming::reference).into(jdbc, """
                INSERT INTO provider_payment (subject, reference)
                SELECT * FROM unnest(?::text[], ?::text[])
                ON CONFLICT (subject) DO UPDATE SET reference = excluded.reference
                """);
    }

    private void move(Collection<Moved> moved) {
        Columns.of(moved)
                .text(Moved::entry)
                .name(Moved::movement)
                .text(Moved::reference)
                .text(Moved::subject)
                .number(entry -> entry.amount().minor())
                .text(entry -> entry.amount().currency().getCurrencyCode())
                .instant(Moved::at)
                .number(Moved::position)
                .text(Moved::onlyAfter)
                .into(jdbc, """
                        INSERT INTO provider_movement
                            (entry, movement, reference, payment, subject, amount, currency, at, position)
                        SELECT m.entry, m.movement, coalesce(nullif(m.reference, ''), p.reference, m.subject),
                               coalesce(p.reference, nullif(m.reference, ''), m.subject),
                               m.subject, m.amount, m.currency, m.at, m.position
                        FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::timestamptz[],
                                    ?::bigint[], ?::text[])
                             AS m (entry, movement, reference, subject, amount, currency, at, position, only_after)
                        LEFT JOIN provider_payment p USING (subject)
                        WHERE m.only_after = ''
                           OR EXISTS (SELECT FROM provider_movement b WHERE b.entry = m.only_after)
                        ON CONFLICT (entry) DO UPDATE SET amount = excluded.amount
                        WHERE abs(excluded.amount) > abs(provider_movement.amount)
                        """);
    }

    /** What went back beyond what we had asked for was given back elsewhere: one entry for all of it. */
    private void goBack(Collection<GoneBack> goneBack) {
        Columns.of(goneBack)
                .text(GoneBack::subject)
                .number(GoneBack::recorded)
                .number(GoneBack::asked)
                .into(jdbc, """
                        INSERT INTO provider_payment (subject, reference, recorded, asked)
                        SELECT g.subject, g.subject, g.recorded, g.asked
                        FROM unnest(?::text[], ?::bigint[], ?::bigint[]) AS g (subject, recorded, asked)
                        ON CONFLICT (subject) DO UPDATE SET
                            recorded = greatest(provider_payment.recorded, excluded.recorded),
                            asked = provider_payment.asked + excluded.asked
                        """);
        Columns.of(goneBack)
                .text(GoneBack::subject)
                .text(GoneBack::currency)
                .instant(GoneBack::at)
                .number(GoneBack::position)
                .into(jdbc, """
                        INSERT INTO provider_movement
                            (entry, movement, reference, payment, subject, amount, currency, at, position)
                        SELECT 'rest ' || subject, 'REFUND', reference, reference, subject,
                               -greatest(recorded - asked, 0), g.currency, g.at, g.position
                        FROM unnest(?::text[], ?::text[], ?::timestamptz[], ?::bigint[])
                             AS g (subject, currency, at, position)
                        JOIN provider_payment USING (subject)
                        ON CONFLICT (entry) DO UPDATE SET amount = excluded.amount, at = excluded.at
                        """);
    }
}
