package dev.earshot.saga.billing;

import static dev.earshot.saga.billing.Progress.Stage.REFUSING;
import static dev.earshot.saga.billing.Progress.Stage.REQUESTED;

import dev.earshot.api.call.CallCommand.AdmitCall;
import dev.earshot.api.call.CallCommand.EndCall;
import dev.earshot.api.call.CallCommand.ExtendCall;
import dev.earshot.api.call.CallCommand.RefuseCall;
import dev.earshot.api.earnings.EarningsCommand.CreditEarnings;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.PresenceId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.presence.PresenceCommand.DisengageListener;
import dev.earshot.api.presence.PresenceCommand.EngageListener;
import dev.earshot.api.wallet.WalletCommand.CaptureHold;
import dev.earshot.api.wallet.WalletCommand.ExtendHold;
import dev.earshot.api.wallet.WalletCommand.PlaceHold;
import dev.earshot.api.wallet.WalletCommand.ReleaseHold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that is wanted and not yet answered. Asking for any of it again is harmless; none of it is still wanted once
 * its answer is known.
 */
final class Wishes {
    private final CallBilling billing;
    private final Instant now;
    private final List<Object> commands = new ArrayList<>();

    private Wishes(CallBilling billing, Instant now) {
        this.billing = billing;
        this.now = now;
    }

    static List<Object> of(CallBilling billing, Instant now) {
        Wishes wishes = new Wishes(billing, now);
        wishes.ofCard();
        wishes.ofWallet();
        wishes.ofListener();
        wishes.ofCall();
        wishes.ofEarnings();
        return wishes.commands;
    }

    private void ofCard() {
        billing.card().ifPresent(funding -> {
            CardWishes wishes = new CardWishes(billing, funding, now);
            funding.chain().forEach(hold -> wishes.of(hold).ifPresent(commands::add));
        });
    }

    private void ofWallet() {
        WalletId wallet = WalletId.of(billing.parties().memberId());
        Rules rules = billing.rules();
        Progress progress = billing.progress();
        boolean talked = progress.billableSeconds() > 0;
        switch (billing.hold().state()) {
            case ASKED -> {
                if (progress.isUndoing() && !talked) {
                    commands.add(new ReleaseHold(wallet, billing.callId(), now));
                } else if (talked || billing.card().map(CardFunding::hasLent).orElse(true)) {
                    commands.add(new PlaceHold(
                            wallet,
                            billing.callId(),
                            billing.terms(),
                            rules.wantedSeconds(),
                            rules.atLeastSeconds(),
                            now));
                }
            }
            case PLACED -> {
                if (progress.isUndoing()) {
                    commands.add(
                            talked
                                    ? new CaptureHold(wallet, billing.callId(), progress.billableSeconds(), now)
                                    : new ReleaseHold(wallet, billing.callId(), now));
                } else if (mayExtend(billing.hold().lowAt())) {
                    commands.add(new ExtendHold(
                            wallet, billing.callId(), billing.hold().lowAt(), rules.wantedSeconds(), now));
                }
            }
            case DECLINED, RESOLVED -> {
                // Answered for good.
            }
        }
    }

    /** A card must have been authorized for more first. */
    private boolean mayExtend(long lowAt) {
        return lowAt > 0
                && billing.card().map(funding -> funding.hasLentFor(lowAt)).orElse(true);
    }

    private void ofListener() {
        PresenceId presence = PresenceId.of(billing.parties().listenerId());
        switch (billing.engagement()) {
            case ASKED ->
                commands.add(new EngageListener(
                        presence, billing.callId(), billing.parties().memberId(), now));
            case ENGAGED -> {
                if (billing.progress().isUndoing()) {
                    commands.add(new DisengageListener(presence, billing.callId(), now));
                }
            }
            case DECLINED, FREED -> {
                // Answered for good.
            }
        }
    }

    private void ofCall() {
        Progress progress = billing.progress();
        long granted = billing.hold().grantedSeconds();
        boolean bothSaidYes = billing.hold().state() == Hold.State.PLACED && billing.engagement() == Engagement.ENGAGED;
        if (progress.stage() == REQUESTED && bothSaidYes) {
            commands.add(new AdmitCall(billing.callId(), granted, now));
        }
        if (progress.stage() == REFUSING) {
            commands.add(new RefuseCall(billing.callId(), progress.refusal(), now));
        }
        if (progress.isRunning() && progress.knownSeconds() < granted) {
            commands.add(new ExtendCall(billing.callId(), granted, now));
        }
        if (billing.patience().overdue()) {
            billing.promise()
                    .ifPresent(broken -> commands.add(new EndCall(billing.callId(), broken.reason(), broken.due())));
        }
    }

    private void ofEarnings() {
        if (!billing.earned().isSettled()) {
            EarningsId earnings = EarningsId.of(billing.parties().listenerId());
            commands.add(new CreditEarnings(
                    earnings,
                    billing.callId(),
                    billing.earned().amount(),
                    billing.progress().billableSeconds(),
                    billing.progress().since(),
                    now));
        }
    }
}
