package dev.earshot.query.membership;

import dev.earshot.api.id.MembershipId;
import dev.earshot.api.membership.Subscription;
import dev.earshot.api.pricing.Tier;
import dev.earshot.query.fold.Columns;
import dev.earshot.query.fold.Fold;
import dev.earshot.query.fold.Stored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of memberships. */
@Component
class MembershipRows implements Fold.Rows<MembershipState> {
    private static final TypeReference<List<Subscription>> SUBSCRIPTIONS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    MembershipRows(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<MembershipState> find(MembershipId membershipId) {
        return Optional.ofNullable(load(List.of(membershipId.value())).get(membershipId.value()));
    }

    @Override
    public Map<String, MembershipState> load(Collection<String> membershipIds) {
        Object ids = membershipIds.toArray(String[]::new);
        return jdbc
                .query(
                        "SELECT * FROM membership_view JOIN unnest(?::text[]) AS wanted (membership_id) USING (membership_id)",
                        this::state,
                        ids)
                .stream()
                .collect(Collectors.toMap(membership -> membership.membershipId, Function.identity()));
    }

    @Override
    public void save(Collection<MembershipState> memberships) {
        Columns.of(memberships)
                .text(membership -> membership.membershipId)
                .name(membership -> membership.status)
                .text(membership -> written(membership.tier))
                .text(membership -> written(membership.nextTier))
                .instant(membership -> membership.periodEnd)
                .instant(membership -> membership.graceUntil)
                .text(membership -> Boolean.toString(membership.cancelled))
                .text(membership -> Boolean.toString(membership.suspended))
                .text(membership -> membership.topUpId)
                .text(membership -> json.writeValueAsString(membership.subscriptions))
                .number(MembershipState::position)
                .into(jdbc, """
                        INSERT INTO membership_view (membership_id, status, tier, next_tier, period_end, grace_until,
                                                     cancelled, suspended, top_up_id, subscriptions, position)
                        SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[],
                                             ?::timestamptz[], ?::boolean[], ?::boolean[], ?::text[], ?::text[], ?::bigint[])
                        ON CONFLICT (membership_id) DO UPDATE SET
                            status = excluded.status, tier = excluded.tier, next_tier = excluded.next_tier,
                            period_end = excluded.period_end, grace_until = excluded.grace_until,
                            cancelled = excluded.cancelled, suspended = excluded.suspended, top_up_id = excluded.top_up_id,
                            subscriptions = excluded.subscriptions, position = excluded.position
                        """);
    }

    void clear() {
        jdbc.execute("TRUNCATE membership_view");
    }

    private MembershipState state(ResultSet row, int number) throws SQLException {
        var stored = new Stored(row);
        var membership = new MembershipState(row.getString("membership_id"), row.getLong("position"));
        membership.status = stored.name("status", MembershipState.Status.class);
        membership.tier = tier(row.getString("tier"));
        membership.nextTier = tier(row.getString("next_tier"));
        membership.periodEnd = stored.instant("period_end");
        membership.graceUntil = stored.instant("grace_until");
        membership.cancelled = row.getBoolean("cancelled");
        membership.suspended = row.getBoolean("suspended");
        membership.topUpId = row.getString("top_up_id");
        membership.subscriptions = new ArrayList<>(json.readValue(row.getString("subscriptions"), SUBSCRIPTIONS));
        return membership;
    }

    private String written(Tier tier) {
        return tier == null ? null : json.writeValueAsString(tier);
    }

    private Tier tier(String written) {
        return written == null ? null : json.readValue(written, Tier.class);
    }
}
