package dev.earshot.query.lab.tape;

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
import java.time.Instant;
import java.util.Currency;

/** The facts that come to wallets most often, as bytes. Whose wallet it is stands beside them on the tape. */
final class FactCodec {
    /** What these begin with is not below this; all others are told as the log tells them. */
    static final int FIRST = 64;

    private static final int TOP_UP = FIRST;
    private static final int CARD = FIRST + 1;
    private static final int DAY = FIRST + 2;

    private FactCodec() {}

    static boolean packs(WalletEvent fact) {
        return fact instanceof TopUpCredited
                || fact instanceof CardLent
                || fact instanceof AllowanceGranted day && day.lotId().equals(lot(day.walletId(), day.expiresAt()));
    }

    static byte[] pack(WalletEvent fact) {
        Packer to = new Packer();
        if (fact instanceof TopUpCredited credit) {
            to.one(TOP_UP).text(credit.topUpId().suffix());
            money(credit.amount(), to).instant(credit.at(), Instant.EPOCH);
        } else if (fact instanceof CardLent card) {
            to.one(CARD).text(card.callId().suffix()).text(card.cardPaymentId().suffix());
            money(card.amount(), to).instant(card.at(), Instant.EPOCH);
        } else if (fact instanceof AllowanceGranted day) {
            to.one(DAY).number(day.seconds()).number(day.secondsPerDay());
            to.instant(day.expiresAt(), Instant.EPOCH).instant(day.at(), day.expiresAt());
        } else {
            throw new IllegalArgumentException("not packed: " + fact);
        }
        return to.packed();
    }

    static WalletEvent unpack(byte[] body, WalletId wallet) {
        Unpacker of = new Unpacker(body);
        int kind = of.one();
        return switch (kind) {
            case TOP_UP ->
                new TopUpCredited(
                        wallet, new TopUpId(TopUpId.PREFIX + of.text()), money(of), of.instant(Instant.EPOCH));
            case CARD ->
                new CardLent(
                        wallet,
                        new CallId(CallId.PREFIX + of.text()),
                        new CardPaymentId(CardPaymentId.PREFIX + of.text()),
                        money(of),
                        of.instant(Instant.EPOCH));
            case DAY -> day(of, wallet);
            default -> throw new IllegalArgumentException("no fact begins with " + kind);
        };
    }

    private static AllowanceGranted day(Unpacker of, WalletId wallet) {
        long seconds = of.number();
        long perDay = of.number();
        Instant end = of.instant(Instant.EPOCH);
        return new AllowanceGranted(wallet, lot(wallet, end), seconds, perDay, end, of.instant(end));
    }

    private static LotId lot(WalletId wallet, Instant end) {
        return LotId.ofDayUntil(wallet, end);
    }

    private static Packer money(Money amount, Packer to) {
        return to.number(amount.minor()).text(amount.currency().getCurrencyCode());
    }

    private static Money money(Unpacker of) {
        long minor = of.number();
        return new Money(minor, Currency.getInstance(of.text()));
    }
}
