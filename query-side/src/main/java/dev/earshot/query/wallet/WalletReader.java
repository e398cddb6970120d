package dev.earshot.query.wallet;

import dev.earshot.api.id.CallId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Unit;
import dev.earshot.query.fold.Stored;
import dev.earshot.query.live.LiveCalls;
import dev.earshot.query.page.Cursor;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads wallets and their entries. */
@Component
class WalletReader {
    private final JdbcTemplate jdbc;
    private final WalletRows rows;
    private final LiveCalls live;

    WalletReader(JdbcTemplate jdbc, WalletRows rows, LiveCalls live) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.live = live;
    }

    /** The wallet; empty before it was opened. */
    Optional<WalletState> wallet(WalletId walletId) {
        return Optional.ofNullable(rows.load(List.of(walletId.value())).get(walletId.value()))
                .filter(wallet -> wallet.currency() != null);
    }

    /** What the running calls have drawn from money pockets by this second: the cost of their grants so far. */
    long drawn(WalletState wallet) {
        return wallet.holds.stored().entrySet().stream()
                .flatMap(hold -> chargesBy(live.secondsOf(new CallId(hold.getKey())), hold.getValue()))
                .filter(charge -> charge.unit() == Unit.MONEY && charge.pocket() != Pocket.CARD)
                .mapToLong(Charge::charged)
                .sum();
    }

    Page<WalletEntry> entries(WalletId walletId, PageRequest page, long position, long line) {
        List<WalletEntry> entries = jdbc.query("""
                SELECT * FROM wallet_entry WHERE wallet_id = ? AND (position, line) < (?, ?)
                ORDER BY position DESC, line DESC LIMIT ?
                """, WalletReader::entry, walletId.value(), position, line, page.rows());
        return Page.of(entries, page, entry -> Cursor.of(entry.position(), entry.line()));
    }

    private static WalletEntry entry(ResultSet row, int number) throws SQLException {
        return new WalletEntry(
                row.getString("wallet_id"),
                row.getLong("position"),
                row.getInt("line"),
                WalletEntry.Kind.valueOf(row.getString("kind")),
                Pocket.valueOf(row.getString("pocket")),
                row.getString("lot"),
                Unit.valueOf(row.getString("unit")),
                row.getLong("amount"),
                row.getLong("balance"),
                row.getString("call_id"),
                row.getString("top_up_id"),
                new Stored(row).number("owed"),
                row.getString("reference"),
                row.getTimestamp("at").toInstant());
    }

    private static Stream<Charge> chargesBy(long second, Grant grant) {
        return grant.chargesAt(second).stream();
    }
}
