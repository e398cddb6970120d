package dev.earshot.query.person;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.AutoTopUpId;
import dev.earshot.api.id.CardholderId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.id.MembershipId;
import dev.earshot.api.id.PersonId;
import dev.earshot.api.id.PresenceId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.person.PersonEvent.TextsKept;
import dev.earshot.platform.inventory.Holding;
import dev.earshot.platform.inventory.Inventory;
import java.io.Writer;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that is held on one person, table by table, as one JSON document. Rows go from the database to the client as they come, so
 * the longest life takes no more memory than the shortest; all of it is of one moment.
 */
@Component
class Export {
    private static final int FETCH = 500;

    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionTemplate moment;
    private final List<Holding> holdings;
    private final EventStore log;
    private final OpenedTexts texts;
    private final JsonMapper json;
    private final Clock clock;

    Export(
            DataSource database,
            PlatformTransactionManager transactions,
            ObjectProvider<Inventory> inventories,
            EventStore log,
            OpenedTexts texts,
            JsonMapper json,
            Clock clock) {
        var rows = new JdbcTemplate(database);
        rows.setFetchSize(FETCH);
        this.jdbc = new NamedParameterJdbcTemplate(rows);
        this.moment = new TransactionTemplate(transactions);
        this.moment.setReadOnly(true);
        this.moment.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
        this.holdings = inventories.stream()
                .flatMap(inventory -> inventory.holdings().stream())
                .sorted(Comparator.comparing(Holding::table))
                .toList();
        this.log = log;
        this.texts = texts;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Whether this person was ever registered, erased since or not. The house is nobody, though texts are kept with its key: they
     * are read where the things are that they are about.
     */
    boolean isAnybody(AccountId person) {
        return log.lastSequenceNumberFor(person.value()).isPresent();
    }

    void write(AccountId person, Writer out) {
        // Not closed when it fails, for closing would complete the document as if nothing were missing.
        JsonGenerator document = json.createGenerator(out);
        document.writeStartObject();
        document.writeStringProperty("accountId", person.value());
        document.writeStringProperty("at", clock.instant().toString());
        writeTexts(person, document);
        moment.executeWithoutResult(status -> writeTables(person, document));
        writeWithheld(document);
        document.writeEndObject();
        document.flush();
    }

    /** Everything the person ever wrote or others wrote about them, the texts since changed too. */
    private void writeTexts(AccountId person, JsonGenerator document) {
        document.writeName("texts");
        document.writeStartArray();
        log.readEvents(PersonId.of(person).value())
                .asStream()
                .map(event -> (TextsKept) event.getPayload())
                .forEach(kept -> document.writePOJO(texts.of(kept)));
        document.writeEndArray();
    }

    private void writeTables(AccountId person, JsonGenerator document) {
        Map<String, String> ids = idsOf(person);
        document.writeName("held");
        document.writeStartObject();
        for (Holding holding : holdings) {
            if (holding.isShown()) {
                document.writeName(holding.table());
                document.writeStartArray();
                RowCallbackHandler rows = row -> document.writeRawValue(row.getString(1));
                jdbc.query(holding.question(), ids, rows);
                document.writeEndArray();
            }
        }
        document.writeEndObject();
    }

    private void writeWithheld(JsonGenerator document) {
        document.writeName("notExported");
        document.writeStartObject();
        holdings.stream()
                .filter(holding -> !holding.isShown())
                .forEach(holding -> document.writeStringProperty(holding.table(), holding.why()));
        document.writeEndObject();
    }

    private static Map<String, String> idsOf(AccountId person) {
        ListenerId listener = ListenerId.of(person);
        return Map.of(
                "account", person.value(),
                "suffix", person.suffix(),
                "listener", listener.value(),
                "presence", PresenceId.of(listener).value(),
                "earnings", EarningsId.of(listener).value(),
                "wallet", WalletId.of(person).value(),
                "cardholder", CardholderId.of(person).value(),
                "membership", MembershipId.of(person).value(),
                "autotopup", AutoTopUpId.of(WalletId.of(person)).value());
    }
}
