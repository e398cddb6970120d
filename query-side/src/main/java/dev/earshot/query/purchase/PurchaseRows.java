package dev.earshot.query.purchase;

import dev.earshot.api.money.Money;
import dev.earshot.query.fold.Columns;
import dev.earshot.query.fold.Fold;
import dev.earshot.query.fold.Stored;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import dev.earshot.query.purchase.PurchaseState.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table of purchases made outside. */
@Component
class PurchaseRows implements Fold.Rows<PurchaseState> {
    private final JdbcTemplate jdbc;

    PurchaseRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, PurchaseState> load(Collection<String> purchaseIds) {
        Object ids = purchaseIds.toArray(String[]::new);
        return jdbc
                .query(
                        "SELECT * FROM purchase_view JOIN unnest(?::text[]) AS wanted (purchase_id) USING (purchase_id)",
                        PurchaseRows::state,
                        ids)
                .stream()
                .collect(Collectors.toMap(purchase -> purchase.purchaseId, Function.identity()));
    }

    @Override
    public void save(Collection<PurchaseState> purchases) {
        Columns.of(purchases)
                .text(purchase -> purchase.purchaseId)
                .text(purchase -> purchase.product)
                .numberOrNull(purchase -> purchase.units)
                .numberOrNull(purchase -> minor(purchase.price))
                .text(purchase -> currency(purchase.price))
                .text(purchase -> purchase.provider)
                .text(purchase -> purchase.reference)
                .name(purchase -> purchase.status)
                .numberOrNull(purchase -> minor(purchase.refunded))
                .text(purchase -> currency(purchase.refunded))
                .number(purchase -> purchase.refundedBefore)
                .text(purchase -> purchase.accountId)
                .instant(purchase -> purchase.paidAt)
                .instant(purchase -> purchase.claimedAt)
                .instant(purchase -> purchase.unclaimedSince)
                .instant(purchase -> purchase.lastsUntil)
                .numberOrNull(purchase -> purchase.told)
                .number(PurchaseState::position)
                .into(jdbc, """
                        INSERT INTO purchase_view (purchase_id, product, units, price, currency, provider, reference, status,
                                                   refunded, refunded_currency, refunded_before, account_id, paid_at,
                                                   claimed_at, unclaimed_since, lasts_until, told, position)
                        SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[],
                                             ?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::timestamptz[],
                                             ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::bigint[],
                                             ?::bigint[])
                        ON CONFLICT (purchase_id) DO UPDATE SET
                            product = excluded.product, units = excluded.units, price = excluded.price,
                            currency = excluded.currency, provider = excluded.provider, reference = excluded.reference,
                            status = excluded.status, refunded = excluded.refunded,
                            refunded_currency = excluded.refunded_currency, refunded_before = excluded.refunded_before,
                            account_id = excluded.account_id, paid_at = excluded.paid_at, claimed_at = excluded.claimed_at,
                            unclaimed_since = excluded.unclaimed_since,
                            lasts_until = excluded.lasts_until, told = excluded.told, position = excluded.position
                        """);
    }

    /** Those that are so far, the latest told first. */
    Page<PurchaseState> page(Set<Status> statuses, PageRequest page, long before) {
        Object names = statuses.stream().map(Status::name).toArray(String[]::new);
        List<PurchaseState> rows = jdbc.query(
                "SELECT * FROM purchase_view WHERE status = ANY (?) AND told < ? ORDER BY told DESC LIMIT ?",
                PurchaseRows::state,
                names,
                before,
                page.rows());
        return Page.of(rows, page, purchase -> Long.toString(purchase.told));
    }

    void clear() {
        jdbc.execute("TRUNCATE purchase_view");
    }

    private static Long minor(Money amount) {
        return amount == null ? null : Long.valueOf(amount.minor());
    }

    private static String currency(Money amount) {
        return amount == null ? null : amount.currency().getCurrencyCode();
    }

    private static Money money(Long minor, String currency) {
        return minor == null ? null : Money.of(minor, currency);
    }

    private static PurchaseState state(ResultSet row, int number) throws SQLException {
        var stored = new Stored(row);
        var purchase = new PurchaseState(row.getString("purchase_id"), row.getLong("position"));
        purchase.product = row.getString("product");
        purchase.units = stored.number("units");
        purchase.price = money(stored.number("price"), row.getString("currency"));
        purchase.provider = row.getString("provider");
        purchase.reference = row.getString("reference");
        purchase.status = stored.name("status", Status.class);
        purchase.refunded = money(stored.number("refunded"), row.getString("refunded_currency"));
        purchase.refundedBefore = row.getLong("refunded_before");
        purchase.accountId = row.getString("account_id");
        purchase.paidAt = stored.instant("paid_at");
        purchase.claimedAt = stored.instant("claimed_at");
        purchase.unclaimedSince = stored.instant("unclaimed_since");
        purchase.lastsUntil = stored.instant("lasts_until");
        purchase.told = stored.number("told");
        return purchase;
    }
}
