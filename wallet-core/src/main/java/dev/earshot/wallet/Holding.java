package dev.earshot.wallet;

import static dev.earshot.api.pricing.Leg.NO_LOT;

import dev.earshot.api.id.CallId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Terms;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.wallet.HoldDecline;
import dev.earshot.api.wallet.WalletCommand.CaptureHold;
import dev.earshot.api.wallet.WalletCommand.ExtendHold;
import dev.earshot.api.wallet.WalletCommand.LendCard;
import dev.earshot.api.wallet.WalletCommand.PlaceHold;
import dev.earshot.api.wallet.WalletCommand.ReleaseHold;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.api.wallet.WalletEvent.CardLent;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldExtensionDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.api.wallet.WalletEvent.HoldReleased;
import dev.earshot.api.wallet.WalletRefusal;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * The life of a hold. It sets aside what a grant of seconds would cost at most. It is placed or declined, may be extended
 * while the call lasts, and is resolved exactly once: captured for what the talk came to, or released. What is set aside is
 * not available to anything else, so two calls never count on the same unit and no balance falls below zero. A hold that
 * could not be extended is starving until {@link Settling} extends it.
 *
 * <p>A hold wanted of a wallet that was never opened is declined like one that an empty wallet cannot pay. Whoever asked
 * has an answer; opening it later is still possible. A member who owes money is granted no new call.
 *
 * <p>What a card was authorized for is lent to one call: only that call's hold may set it aside, and what the call leaves of
 * it is gone when the hold is resolved. It is never the member's balance.
 *
 * <p>A grace is used up when its leg is granted and given back when the call never reached it.
 */
record Holding(Contents wallet, Consumer<WalletEvent> facts, Settling settling) {
    Holding(Contents wallet, Consumer<WalletEvent> facts) {
        this(wallet, facts, new Settling(wallet, facts));
    }

    void lend(LendCard command) {
        boolean isLent = wallet.payments.lent.includes(command.cardPaymentId());
        if (isLent || wallet.closed.includes(command.callId())) {
            return; // Repeated, or overtaken by the end of its call.
        }
        if (!wallet.isOpen() || !command.amount().currency().equals(wallet.currency)) {
            HoldDecline no = wallet.isOpen() ? HoldDecline.CURRENCY_MISMATCH : HoldDecline.INSUFFICIENT_FUNDS;
            decline(command.walletId(), command.callId(), no, command.at());
            return;
        }
        facts.accept(
                new CardLent(wallet.id, command.callId(), command.cardPaymentId(), command.amount(), command.at()));
        settling.settleUp(command.at());
    }

    void place(PlaceHold command) {
        if (wallet.holds.containsKey(command.callId()) || wallet.closed.includes(command.callId())) {
            return; // Repeated, or overtaken by its own release.
        }
        if (!wallet.isOpen()) {
            decline(command, HoldDecline.INSUFFICIENT_FUNDS);
            return;
        }
        settling.settleUp(command.at());
        if (!command.terms().ratePerMinute().currency().equals(wallet.currency)) {
            decline(command, HoldDecline.CURRENCY_MISMATCH);
            return;
        }
        if (wallet.payments.debts.areOpen()) {
            decline(command, HoldDecline.RECEIVABLE_OPEN);
            return;
        }
        settling.openDay(command.terms(), command.at());
        Grant grant = grant(command);
        if (grant.seconds() == 0 || grant.seconds() < command.atLeastSeconds()) {
            decline(command, HoldDecline.INSUFFICIENT_FUNDS);
            return;
        }
        facts.accept(new HoldPlaced(wallet.id, command.callId(), command.terms(), grant, command.at()));
    }

    void extend(ExtendHold command) throws Refused {
        if (!wallet.holds.containsKey(command.callId())) {
            refuseUnlessClosed(command.callId());
            return;
        }
        settling.settleUp(command.at());
        if (wallet.holds.get(command.callId()).grant().seconds() != command.grantedSeconds()) {
            return; // It has grown already, and the event that told so is on its way to the asker.
        }
        boolean grew = settling.grow(command.callId(), command.wantedSeconds(), command.at());
        if (!grew && !wallet.starving.containsKey(command.callId())) {
            facts.accept(new HoldExtensionDeclined(
                    wallet.id, command.callId(), command.grantedSeconds(), command.wantedSeconds(), command.at()));
        }
        settling.tellIfLow(command.at());
    }

    void capture(CaptureHold command) throws Refused {
        Hold hold = wallet.holds.get(command.callId());
        if (hold == null) {
            refuseUnlessClosed(command.callId());
            return;
        }
        Grant grant = hold.grant();
        long talked = Math.min(command.talkedSeconds(), grant.seconds());
        if (talked <= 0) {
            release(command.callId(), grant, command.at());
            return;
        }
        List<Charge> charges = grant.chargesAt(talked);
        facts.accept(
                new HoldCaptured(wallet.id, command.callId(), wallet.currency, grant, talked, charges, command.at()));
        settling.settleUp(command.at());
    }

    void release(ReleaseHold command) {
        if (wallet.closed.includes(command.callId())) {
            return;
        }
        if (!wallet.isOpen()) {
            decline(command.walletId(), command.callId(), HoldDecline.INSUFFICIENT_FUNDS, command.at());
            return;
        }
        Hold hold = wallet.holds.get(command.callId());
        release(command.callId(), hold == null ? Grant.NONE : hold.grant(), command.at());
    }

    private Grant grant(PlaceHold command) {
        Terms terms = command.terms();
        Grant funded =
                wallet.pockets.lengthen(command.callId(), Grant.NONE, terms, command.wantedSeconds(), command.at());
        long missing = terms.grace().untilSecond() - funded.seconds();
        boolean runsOut = funded.seconds() > 0 && funded.seconds() < command.wantedSeconds();
        return runsOut && missing > 0 && wallet.graces.left(terms.grace().perDay(), command.at())
                ? funded.then(Pocket.GRACE, NO_LOT, missing, terms.graceTariff())
                : funded;
    }

    private void release(CallId callId, Grant grant, Instant at) {
        facts.accept(new HoldReleased(wallet.id, callId, grant, at));
        settling.settleUp(at);
    }

    private void decline(PlaceHold command, HoldDecline reason) {
        decline(command.walletId(), command.callId(), reason, command.at());
    }

    private void decline(WalletId walletId, CallId callId, HoldDecline reason, Instant at) {
        facts.accept(new HoldDeclined(walletId, callId, reason, at));
    }

    private void refuseUnlessClosed(CallId callId) throws Refused {
        if (!wallet.closed.includes(callId)) {
            throw WalletRefusal.UNKNOWN_HOLD.of("this wallet has no hold for %s", callId);
        }
    }
}
