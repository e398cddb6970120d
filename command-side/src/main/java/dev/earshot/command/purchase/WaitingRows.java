package dev.earshot.command.purchase;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.PurchaseId;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.purchase.PurchaseEvent.PackBought;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionTold;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of purchases that wait, and of those who may claim them. */
@Component
class WaitingRows {
    /** A purchase that somebody of this name may claim. */
    record Match(PurchaseId purchaseId, String product, PlanVersion version, AccountId claimant, String name) {
        /** Packs are never made for memberships. */
        boolean isSubscription() {
            return version == PlanVersion.MEMBERSHIP;
        }
    }

    /** What has waited too long. */
    record Due(PurchaseId purchaseId, PlanVersion version) {
        boolean isSubscription() {
            return version == PlanVersion.MEMBERSHIP;
        }
    }

    private final JdbcClient jdbc;

    WaitingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PackBought event, Instant dueAt) {
        jdbc.sql("""
                        INSERT INTO waiting_purchase (purchase_id, product, version, customer, email, bought_at, due_at)
                        VALUES (:id, :product, :version, :customer, :email, :at, :due) ON CONFLICT DO NOTHING
                        """)
                .param("id", event.purchaseId().value())
                .param("product", event.pack().product())
                .param("version", event.pack().version().name())
                .param("customer", event.buyer().customer())
                .param("email", event.buyer().email())
                .param("at", utc(event.at()))
                .param("due", utc(dueAt))
                .update();
    }

    /** What is told later of a subscription may name its buyer, or renew it. */
    void add(StoreSubscriptionTold event, Instant dueAt) {
        jdbc.sql("""
                        INSERT INTO waiting_purchase AS w
                            (purchase_id, product, version, customer, email, bought_at, due_at, lasts_until)
                        VALUES (:id, :product, 'MEMBERSHIP', :customer, :email, :at, :due, :until)
                        ON CONFLICT (purchase_id) DO UPDATE SET
                            product = excluded.product, customer = excluded.customer, email = excluded.email,
                            lasts_until = excluded.lasts_until
                        """)
                .param("id", event.purchaseId().value())
                .param("product", event.known().tier().name())
                .param("customer", event.buyer().customer())
                .param("email", event.buyer().email())
                .param("at", utc(event.at()))
                .param("due", utc(dueAt))
                .param("until", utc(event.known().liveUntil()))
                .update();
    }

    /** Whether its payer's bank stands in the way of a claim. */
    void disputed(PurchaseId id, boolean disputed) {
        jdbc.sql("UPDATE waiting_purchase SET disputed = :disputed WHERE purchase_id = :id")
                .param("disputed", disputed)
                .param("id", id.value())
                .update();
    }

    void claimed(PurchaseId id, AccountId account) {
        jdbc.sql("UPDATE waiting_purchase SET waits = false, claimed_by = :account WHERE purchase_id = :id")
                .param("account", account.value())
                .param("id", id.value())
                .update();
    }

    /** It waits for nobody any more. */
    void close(PurchaseId id) {
        jdbc.sql("UPDATE waiting_purchase SET waits = false WHERE purchase_id = :id")
                .param("id", id.value())
                .update();
    }

    void givenUp(PurchaseId id) {
        jdbc.sql("UPDATE waiting_purchase SET due_at = NULL WHERE purchase_id = :id")
                .param("id", id.value())
                .update();
    }

    /** Whoever bears a name now is whoever proved it last. */
    void remember(String name, AccountId account, Instant now) {
        jdbc.sql("""
                        INSERT INTO purchase_claimant AS c (name, account_id, since) VALUES (:name, :account, :now)
                        ON CONFLICT (name) DO UPDATE SET account_id = excluded.account_id, since = excluded.since
                        WHERE c.account_id <> excluded.account_id
                        """)
                .param("name", name)
                .param("account", account.value())
                .param("now", utc(now))
                .update();
    }

    /** What was bought under this name, the newest first. */
    List<Match> boughtAs(String name, AccountId claimant) {
        return jdbc.sql("""
                        SELECT purchase_id, product, version, :claimant AS account_id, :name AS name FROM waiting_purchase
                        WHERE customer = :name OR email = :name ORDER BY bought_at DESC LIMIT 100
                        """)
                .param("name", name)
                .param("claimant", claimant.value())
                .query(WaitingRows::match)
                .list();
    }

    /** What waits under this name, and what others have claimed since then. What is over is told of until given up. */
    List<Match> newFor(String name, AccountId claimant, Instant since, Instant now) {
        return jdbc.sql("""
                        SELECT purchase_id, product, version, :claimant AS account_id, :name AS name FROM waiting_purchase
                        WHERE (customer = :name OR email = :name)
                          AND (waits AND (lasts_until IS NULL OR lasts_until > :now OR due_at IS NOT NULL)
                               OR claimed_by <> :claimant AND bought_at > :since)
                        ORDER BY bought_at DESC LIMIT 100
                        """)
                .param("name", name)
                .param("claimant", claimant.value())
                .param("since", utc(since))
                .param("now", utc(now))
                .query(WaitingRows::match)
                .list();
    }

    /** What waits and can be claimed though it is known who bears the name. */
    List<Match> overlooked(Instant now) {
        return jdbc.sql("""
                        SELECT w.purchase_id, w.product, w.version, c.account_id, c.name
                        FROM waiting_purchase w JOIN purchase_claimant c ON c.name = w.customer OR c.name = w.email
                        WHERE w.waits AND NOT w.disputed AND (w.lasts_until IS NULL OR w.lasts_until > :now)
                        ORDER BY w.bought_at LIMIT 500
                        """).param("now", utc(now)).query(WaitingRows::match).list();
    }

    /** What should have been claimed by now. */
    List<Due> dueAt(Instant now) {
        return jdbc.sql("""
                        SELECT purchase_id, version FROM waiting_purchase
                        WHERE waits AND due_at <= :now ORDER BY due_at LIMIT 500
                        """)
                .param("now", utc(now))
                .query((row, number) -> new Due(
                        new PurchaseId(row.getString("purchase_id")), PlanVersion.valueOf(row.getString("version"))))
                .list();
    }

    private static Match match(ResultSet row, int number) throws SQLException {
        return new Match(
                new PurchaseId(row.getString("purchase_id")),
                row.getString("product"),
                PlanVersion.valueOf(row.getString("version")),
                new AccountId(row.getString("account_id")),
                row.getString("name"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
