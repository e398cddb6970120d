package dev.earshot.query.lab.tape;

import dev.earshot.api.call.CallEvent.CallRequested;
import dev.earshot.api.call.CallFact;
import dev.earshot.api.pricing.Terms;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.api.wallet.WalletEvent.CardLent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The tables of the tape, as the fold reads and writes them: a few statements for each batch of facts. */
@Component
class TapeRows {
    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Words words;
    private final Body body;

    TapeRows(JdbcTemplate jdbc, JsonMapper json, Words words) {
        this.jdbc = jdbc;
        this.json = json;
        this.words = words;
        this.body = new Body(json);
    }

    void clear() {
        jdbc.execute("TRUNCATE lab_tape, lab_open_call, lab_word");
        jdbc.update("UPDATE lab_end SET position = 0");
    }

    /** Folds facts in the order of the log. */
    void fold(List<Note> notes) {
        Map<Terms, String> terms = new HashMap<>(); // Most calls have the terms of another.
        for (Note note : notes) {
            if (note.fact() instanceof CallRequested requested) {
                terms.computeIfAbsent(requested.terms(), json::writeValueAsString);
            }
        }
        Map<String, Long> numbers = words.numbers(
                notes.stream().flatMap(note -> wordsOf(note, terms)).toList());
        Map<String, OpenCall> known = load(notes);
        Map<String, OpenCall> calls = new LinkedHashMap<>(known);
        List<Row> rows = new ArrayList<>();
        for (Note note : notes) {
            if (note.fact() instanceof CallRequested requested) {
                calls.computeIfAbsent(
                        requested.callId().value(),
                        id -> open(requested, terms.get(requested.terms()), note.position(), numbers));
            } else if (isOfACall(note.fact())) {
                calls.computeIfPresent(((CallFact) note.fact()).callId().value(), (id, call) -> call.after(note));
            } else if (note.fact() instanceof WalletEvent fact) {
                rows.add(new Row(numbers.get(fact.walletId().accountId().value()), note.position(), body.of(fact)));
            }
        }
        calls.values().stream().filter(open -> open.call().isComplete()).forEach(open -> rows.add(row(open)));
        write(rows);
        forget(known.values());
        save(calls.values().stream().filter(open -> !open.call().isComplete()).toList());
        jdbc.update(
                "UPDATE lab_end SET position = ?", notes.get(notes.size() - 1).position());
    }

    /** What a card lent comes to the wallet from outside, though for a call. */
    private static boolean isOfACall(Object fact) {
        return fact instanceof CallFact && !(fact instanceof CardLent);
    }

    private static Stream<String> wordsOf(Note note, Map<Terms, String> terms) {
        if (note.fact() instanceof CallRequested requested) {
            return Stream.of(
                    requested.parties().memberId().value(),
                    requested.parties().listenerId().value(),
                    terms.get(requested.terms()));
        }
        return note.fact() instanceof WalletEvent fact && !isOfACall(fact)
                ? Stream.of(fact.walletId().accountId().value())
                : Stream.empty();
    }

    private static OpenCall open(CallRequested requested, String terms, long position, Map<String, Long> numbers) {
        TapedCall call = TapedCall.requested(
                requested.callId(),
                numbers.get(requested.parties().listenerId().value()),
                numbers.get(terms),
                new Moment(requested.at(), position));
        return new OpenCall(call, numbers.get(requested.parties().memberId().value()), position);
    }

    private Map<String, OpenCall> load(List<Note> notes) {
        String[] ids = notes.stream()
                .map(Note::fact)
                .filter(TapeRows::isOfACall)
                .map(fact -> ((CallFact) fact).callId().value())
                .distinct()
                .toArray(String[]::new);
        Map<String, OpenCall> calls = new LinkedHashMap<>();
        jdbc.query(
                "SELECT * FROM lab_open_call JOIN unnest(?::text[]) AS wanted (call_id) USING (call_id)",
                row -> {
                    TapedCall call = CallCodec.unpack(row.getBytes("body"), row.getLong("position"));
                    calls.put(
                            row.getString("call_id"), new OpenCall(call, row.getLong("wallet"), row.getLong("folded")));
                },
                (Object) ids);
        return calls;
    }

    private static Row row(OpenCall open) {
        return new Row(open.wallet(), open.call().requested().position(), CallCodec.pack(open.call()));
    }

    private void write(List<Row> rows) {
        if (!rows.isEmpty()) {
            jdbc.update(
                    """
                    INSERT INTO lab_tape (wallet, position, body)
                    SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bytea[])
                    ON CONFLICT DO NOTHING""",
                    rows.stream().map(Row::wallet).toArray(Long[]::new),
                    rows.stream().map(Row::position).toArray(Long[]::new),
                    rows.stream().map(Row::body).toArray(byte[][]::new));
        }
    }

    /** Those that are not complete are written anew at once. */
    private void forget(Collection<OpenCall> known) {
        String[] done = known.stream().map(open -> open.call().callId().value()).toArray(String[]::new);
        if (done.length > 0) {
            jdbc.update(
                    "DELETE FROM lab_open_call USING unnest(?::text[]) AS done (call_id) WHERE lab_open_call.call_id = done.call_id",
                    (Object) done);
        }
    }

    private void save(List<OpenCall> open) {
        if (!open.isEmpty()) {
            jdbc.update(
                    """
                    INSERT INTO lab_open_call (call_id, wallet, position, folded, body)
                    SELECT * FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bytea[])""",
                    open.stream().map(call -> call.call().callId().value()).toArray(String[]::new),
                    open.stream().map(OpenCall::wallet).toArray(Long[]::new),
                    open.stream()
                            .map(call -> call.call().requested().position())
                            .toArray(Long[]::new),
                    open.stream().map(OpenCall::folded).toArray(Long[]::new),
                    open.stream().map(call -> CallCodec.pack(call.call())).toArray(byte[][]::new));
        }
    }

    private record Row(long wallet, long position, byte[] body) {}
}
