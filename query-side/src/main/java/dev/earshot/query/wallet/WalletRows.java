package dev.earshot.query.wallet;

import dev.earshot.api.pricing.Grant;
import dev.earshot.query.fold.Columns;
import dev.earshot.query.fold.Fold;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of the wallet view, as the fold reads and writes them. */
@Component
class WalletRows implements Fold.Rows<WalletState> {
    private static final TypeReference<List<PocketBalance>> POCKETS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    WalletRows(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Map<String, WalletState> load(Collection<String> walletIds) {
        Map<String, WalletState> wallets = new HashMap<>();
        jdbc.query(
                """
                SELECT wallet_id, currency, owed, pockets, position, call_id, granted
                FROM wallet_view JOIN unnest(?::text[]) AS wanted (wallet_id) USING (wallet_id)
                    LEFT JOIN wallet_hold USING (wallet_id)
                """,
                row -> {
                    var wallet = wallets.get(row.getString("wallet_id"));
                    if (wallet == null) {
                        wallet = wallet(row);
                        wallets.put(wallet.walletId, wallet);
                    }
                    if (row.getString("call_id") != null) {
                        wallet.holds.stored().put(row.getString("call_id"), grant(row.getString("granted")));
                    }
                },
                (Object) walletIds.toArray(String[]::new));
        return wallets;
    }

    @Override
    public void save(Collection<WalletState> wallets) {
        Columns.of(wallets)
                .text(wallet -> wallet.walletId)
                .text(WalletState::currency)
                .number(WalletState::owed)
                .text(wallet -> json.writeValueAsString(wallet.pockets()))
                .number(WalletState::position)
                .into(jdbc, """
                        INSERT INTO wallet_view (wallet_id, currency, owed, pockets, position)
                        SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::bigint[])
                        ON CONFLICT (wallet_id) DO UPDATE SET
                            currency = excluded.currency, owed = excluded.owed, pockets = excluded.pockets, position = excluded.position
                        """);
        saveHolds(wallets);
        saveEntries(
                wallets.stream().flatMap(wallet -> wallet.newEntries.stream()).toList());
    }

    void clear() {
        jdbc.execute("TRUNCATE wallet_view, wallet_hold, wallet_entry");
    }

    private WalletState wallet(ResultSet row) throws SQLException {
        return new WalletState(
                row.getString("wallet_id"),
                row.getString("currency"),
                row.getLong("owed"),
                json.readValue(row.getString("pockets"), POCKETS),
                row.getLong("position"));
    }

    private Grant grant(String stored) {
        return json.readValue(stored, Grant.class);
    }

    private void saveHolds(Collection<WalletState> wallets) {
        Columns.of(wallets.stream()
                        .flatMap(wallet -> wallet.holds.closed().stream())
                        .toList())
                .text(callId -> callId)
                .into(jdbc, "DELETE FROM wallet_hold WHERE call_id = ANY (?)");
        Columns.of(wallets.stream().flatMap(WalletRows::changedHolds).toList())
                .text(Hold::callId)
                .text(Hold::walletId)
                .number(hold -> hold.grant().seconds())
                .text(hold -> json.writeValueAsString(hold.grant()))
                .into(jdbc, """
                        INSERT INTO wallet_hold (call_id, wallet_id, granted_seconds, granted)
                        SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[])
                        ON CONFLICT (call_id) DO UPDATE SET
                            granted_seconds = excluded.granted_seconds, granted = excluded.granted
                        """);
    }

    private static Stream<Hold> changedHolds(WalletState wallet) {
        return wallet.holds.changed().entrySet().stream()
                .map(hold -> new Hold(hold.getKey(), wallet.walletId, hold.getValue()));
    }

    private void saveEntries(List<WalletEntry> entries) {
        Columns.of(entries)
                .text(WalletEntry::walletId)
                .number(WalletEntry::position)
                .number(WalletEntry::line)
                .name(WalletEntry::kind)
                .name(WalletEntry::pocket)
                .text(WalletEntry::lot)
                .name(WalletEntry::unit)
                .number(WalletEntry::amount)
                .number(WalletEntry::balance)
                .text(WalletEntry::callId)
                .text(WalletEntry::topUpId)
                .numberOrNull(WalletEntry::owed)
                .text(WalletEntry::reference)
                .instant(WalletEntry::at)
                .into(jdbc, """
                        INSERT INTO wallet_entry (wallet_id, position, line, kind, pocket, lot, unit, amount, balance,
                                                  call_id, top_up_id, owed, reference, at)
                        SELECT * FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                                             ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::timestamptz[])
                        ON CONFLICT DO NOTHING
                        """);
    }

    private record Hold(String callId, String walletId, Grant grant) {}
}
