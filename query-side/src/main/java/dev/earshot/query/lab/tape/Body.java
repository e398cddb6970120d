package dev.earshot.query.lab.tape;

import dev.earshot.api.id.WalletId;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.api.wallet.WalletEvent.AllowanceAgreed;
import dev.earshot.api.wallet.WalletEvent.AllowanceGranted;
import dev.earshot.api.wallet.WalletEvent.AllowanceLapsed;
import dev.earshot.api.wallet.WalletEvent.CardDebtChanged;
import dev.earshot.api.wallet.WalletEvent.CardLent;
import dev.earshot.api.wallet.WalletEvent.DayZoneSet;
import dev.earshot.api.wallet.WalletEvent.PackCredited;
import dev.earshot.api.wallet.WalletEvent.PackExpired;
import dev.earshot.api.wallet.WalletEvent.PaymentReversed;
import dev.earshot.api.wallet.WalletEvent.PromoExpired;
import dev.earshot.api.wallet.WalletEvent.PromoGranted;
import dev.earshot.api.wallet.WalletEvent.ReceivableRaised;
import dev.earshot.api.wallet.WalletEvent.TopUpCredited;
import dev.earshot.api.wallet.WalletEvent.WalletOpened;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The body of a row of the tape: a call, or a fact as the log has it. The first byte tells which. */
final class Body {
    static final int CALL = 0;

    /** What may be kept as it is. A kind added later goes at the end. */
    static final List<Class<? extends WalletEvent>> FACTS = List.of(
            WalletOpened.class,
            TopUpCredited.class,
            PackCredited.class,
            PromoGranted.class,
            PaymentReversed.class,
            CardDebtChanged.class,
            ReceivableRaised.class,
            CardLent.class,
            AllowanceAgreed.class,
            DayZoneSet.class,
            AllowanceGranted.class,
            PromoExpired.class,
            PackExpired.class,
            AllowanceLapsed.class);

    private final JsonMapper json;

    Body(JsonMapper json) {
        this.json = json;
    }

    static boolean isCall(byte[] body) {
        return body[0] == CALL;
    }

    byte[] of(WalletEvent fact) {
        if (FactCodec.packs(fact)) {
            return FactCodec.pack(fact);
        }
        int kind = FACTS.indexOf(fact.getClass());
        return new Packer().one(1 + kind).raw(json.writeValueAsBytes(fact)).packed();
    }

    /** @param wallet whose row it is */
    WalletEvent fact(byte[] body, WalletId wallet) {
        return body[0] >= FactCodec.FIRST
                ? FactCodec.unpack(body, wallet)
                : json.readValue(body, 1, body.length - 1, FACTS.get(body[0] - 1));
    }
}
