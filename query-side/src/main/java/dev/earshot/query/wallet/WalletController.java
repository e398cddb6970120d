package dev.earshot.query.wallet;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Unit;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.wallet.WalletRefusal;
import dev.earshot.platform.web.Caller;
import dev.earshot.query.account.AccountPlans;
import dev.earshot.query.page.Cursor;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own wallet. */
@RestController
@RequestMapping("/v1/wallet")
class WalletController {
    private static final int CURSOR_PARTS = 2;

    private final WalletReader wallets;
    private final AccountPlans plans;
    private final Clock clock;

    WalletController(WalletReader wallets, AccountPlans plans, Clock clock) {
        this.wallets = wallets;
        this.plans = plans;
        this.clock = clock;
    }

    /** What the caller has, can spend, and is spending this second. */
    @Operation(summary = "Tell what is in the wallet, held and drawn, as of this second")
    @GetMapping
    WalletReply wallet(Caller caller) throws Refused {
        var wallet = wallets.wallet(caller.walletId()).orElseThrow(WalletController::unknown);
        var version = plans.versionOf(caller.accountId());
        return WalletReply.of(wallet, wallets.drawn(wallet), version, clock.instant());
    }

    /** What changed the balances, newest first. */
    @Operation(summary = "List what went in and out, newest first")
    @GetMapping("/entries")
    Page<EntryReply> entries(Caller caller, @Valid PageRequest page) throws Refused {
        var after = page.after(CURSOR_PARTS);
        long position = after.isEmpty() ? Long.MAX_VALUE : Cursor.number(after.get(0));
        long line = after.isEmpty() ? 0 : Cursor.number(after.get(1));
        return wallets.entries(caller.walletId(), page, position, line).map(EntryReply::of);
    }

    private static Refused unknown() {
        return WalletRefusal.WALLET_UNKNOWN.of("there is no wallet yet; it is opened with the account");
    }

    /**
     * @param available what can still be spent
     * @param held what running calls have set aside
     * @param drawn what running calls have used of that by this second
     * @param displayed {@code available + held − drawn}
     * @param owed what the member owes; while it is more than nothing no call is granted, and money that comes in pays it
     * @param position the last fact of the log this answer knows of; compare it with the ids of the stream
     */
    record WalletReply(
            String walletId,
            String currency,
            Money available,
            Money held,
            Money drawn,
            Money displayed,
            Money owed,
            List<PocketReply> pockets,
            PlanVersion version,
            long position) {
        static WalletReply of(WalletState wallet, long drawn, PlanVersion version, Instant now) {
            var currency = Currency.getInstance(wallet.currency());
            var money = wallet.pockets().stream()
                    .filter(pocket -> pocket.unit() == Unit.MONEY)
                    .toList();
            long available =
                    money.stream().mapToLong(pocket -> pocket.availableAt(now)).sum();
            long held = money.stream().mapToLong(PocketBalance::held).sum();
            return new WalletReply(
                    wallet.walletId,
                    wallet.currency(),
                    new Money(available, currency),
                    new Money(held, currency),
                    new Money(drawn, currency),
                    new Money(available + held - drawn, currency),
                    new Money(wallet.owed(), currency),
                    wallet.pockets().stream()
                            .filter(pocket -> !pocket.isPastDay(now))
                            .map(pocket -> PocketReply.of(pocket, now))
                            .toList(),
                    version,
                    wallet.position());
        }
    }

    /** A pocket, or one lot of it; amounts in {@code unit}, money in minor units. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PocketReply(
            Pocket pocket, String lot, Unit unit, long balance, long held, long available, Instant expiresAt) {
        static PocketReply of(PocketBalance pocket, Instant now) {
            return new PocketReply(
                    pocket.pocket(),
                    named(pocket.lot()),
                    pocket.unit(),
                    pocket.balance(),
                    pocket.held(),
                    pocket.availableAt(now),
                    pocket.expiresAt());
        }
    }

    /**
     * One change; {@code amount} is signed and {@code balance} is the pocket's right after, both in {@code unit}.
     *
     * @param owed by how much what the member owes has changed, signed, in minor units; absent where it has not
     * @param reference what that is owed for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryReply(
            long position,
            WalletEntry.Kind kind,
            Pocket pocket,
            String lot,
            Unit unit,
            long amount,
            long balance,
            String callId,
            String topUpId,
            Long owed,
            String reference,
            Instant at) {
        static EntryReply of(WalletEntry entry) {
            return new EntryReply(
                    entry.position(),
                    entry.kind(),
                    entry.pocket(),
                    named(entry.lot()),
                    entry.unit(),
                    entry.amount(),
                    entry.balance(),
                    entry.callId(),
                    entry.topUpId(),
                    entry.owed(),
                    entry.reference(),
                    entry.at());
        }
    }

    private static String named(String lot) {
        return lot.isEmpty() ? null : lot;
    }
}
