package dev.earshot.query.news;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.wallet.WalletEvent.WalletOpened;
import dev.earshot.query.QueryTest;
import dev.earshot.query.news.NewsRows.Row;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SweepTest extends QueryTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    /** Beyond all that the view itself may be sweeping meanwhile. */
    private static final long FAR = 1_000_000;

    @Autowired
    private NewsRows rows;

    @AfterEach
    void forget() {
        jdbc.update("UPDATE stream_swept SET position = 0");
    }

    @Test
    void what_is_swept_is_gone_and_its_place_is_remembered() {
        rows.save(List.of(
                row(story.member, FAR + 5, LONG_AGO),
                row(story.member, FAR + 7, LONG_AGO),
                row(story.member, FAR + 9, story.start)));

        rows.sweepBefore(LONG_AGO.plusSeconds(1));

        assertThat(rows.after(story.member, 0, 10)).extracting(Fact::position).containsExactly(FAR + 9);
        assertThat(rows.swept()).isEqualTo(FAR + 7);
    }

    @Test
    void a_sweep_that_finds_nothing_moves_nothing() {
        rows.sweepBefore(LONG_AGO);

        assertThat(rows.swept()).isLessThan(FAR);
    }

    @Test
    void news_that_is_already_too_old_is_not_stored() {
        given(new WalletOpened(story.wallet, Currency.getInstance("USD"), LONG_AGO));

        assertThat(rows.after(story.member, 0, 10)).isEmpty();
        assertThat(rows.swept()).isEqualTo(head());
    }

    private static Row row(AccountId account, long position, Instant at) {
        return new Row(account, position, Kind.CALL, "{}", at);
    }
}
