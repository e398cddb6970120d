package dev.earshot.query.lab.tape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.id.LotId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.api.wallet.WalletEvent.AllowanceGranted;
import dev.earshot.api.wallet.WalletEvent.CardLent;
import dev.earshot.api.wallet.WalletEvent.TopUpCredited;
import dev.earshot.api.wallet.WalletEvent.WalletOpened;
import java.time.Instant;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FactCodecTest {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123456789Z");
    private static final WalletId WALLET = WalletId.of(new AccountId("acc_ann"));
    private static final Money YEN = Money.of(Long.MAX_VALUE / 2, "JPY");

    private final JsonMapper json = new JsonMapper();
    private final Body body = new Body(json);

    @Test
    void what_comes_often_is_packed_and_read_as_it_was_written() {
        CallId call = new CallId("call_9f3");
        comesBackPacked(new TopUpCredited(WALLET, new TopUpId("top_1"), YEN, AT));
        comesBackPacked(new CardLent(WALLET, call, CardPaymentId.of(call, 2), Money.of(1, "USD"), AT));
        comesBackPacked(allowance(LotId.ofDayUntil(WALLET, AT.plusSeconds(40_000))));
    }

    @Test
    void all_else_is_told_as_the_log_tells_it() {
        comesBack(new WalletOpened(WALLET, Currency.getInstance("USD"), AT));
        comesBack(allowance(new LotId("lot_another")));
    }

    /** Rows that were written before a kind was packed stay good. */
    @Test
    void a_fact_that_was_written_at_length_is_still_read() {
        WalletEvent credit = new TopUpCredited(WALLET, new TopUpId("top_1"), YEN, AT);
        byte[] atLength = new Packer()
                .one(1 + Body.FACTS.indexOf(TopUpCredited.class))
                .raw(json.writeValueAsBytes(credit))
                .packed();

        assertThat(body.fact(atLength, WALLET)).isEqualTo(credit);
    }

    private static AllowanceGranted allowance(LotId lot) {
        return new AllowanceGranted(WALLET, lot, 600, 900, AT.plusSeconds(40_000), AT);
    }

    private void comesBackPacked(WalletEvent fact) {
        assertThat(body.of(fact)).hasSizeLessThan(70);
        assertThat(body.of(fact)[0]).isGreaterThanOrEqualTo((byte) FactCodec.FIRST);
        comesBack(fact);
    }

    private void comesBack(WalletEvent fact) {
        assertThat(body.fact(body.of(fact), WALLET)).isEqualTo(fact);
    }
}
