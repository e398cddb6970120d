package dev.earshot.command.call;

import dev.earshot.api.call.CallCommand.AcceptCall;
import dev.earshot.api.call.CallCommand.DeclineCall;
import dev.earshot.api.call.CallCommand.HangUp;
import dev.earshot.api.call.CallCommand.RequestCall;
import dev.earshot.api.call.CallCommand.RequestCallByCard;
import dev.earshot.api.call.CallRefusal;
import dev.earshot.api.call.Media;
import dev.earshot.api.call.Parties;
import dev.earshot.api.call.PayWith;
import dev.earshot.api.card.CardHeld;
import dev.earshot.api.card.CardholderCommand.AskCard;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.CardholderId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.listener.ListenerCommand.QuoteRate;
import dev.earshot.api.money.Money;
import dev.earshot.api.payout.PayeeHeld;
import dev.earshot.api.payout.PayoutCommand.AskPayee;
import dev.earshot.api.pricing.PlanHeld;
import dev.earshot.api.refusal.Refused;
import dev.earshot.command.pricing.Plans;
import dev.earshot.command.pricing.PlansHeld;
import dev.earshot.platform.payments.CardMethods;
import dev.earshot.platform.web.Caller;
import dev.earshot.platform.web.Intent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes what the two of a call want of it. */
@RestController
@RequestMapping("/v1/calls")
class CallController {
    private final CommandGateway commands;
    private final Plans plans;
    private final PlansHeld plansHeld;
    private final List<CardMethods> cards;
    private final Clock clock;

    CallController(
            CommandGateway commands, Plans plans, PlansHeld plansHeld, ObjectProvider<CardMethods> cards, Clock clock) {
        this.commands = commands;
        this.plans = plans;
        this.plansHeld = plansHeld;
        this.cards = cards.stream().toList();
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Call a listener at the rate now in force",
            description =
                    "Answers before funds and listener are reserved; the call and the stream tell what became of it.")
    ResponseEntity<Reply> request(@Valid @RequestBody Form form, Caller caller, Intent intent) throws Refused {
        CallId callId = new CallId(CallId.PREFIX + intent.suffix());
        Money rate = commands.sendAndWait(new QuoteRate(form.listenerId()));
        Parties parties = new Parties(caller.accountId(), form.listenerId());
        commands.sendAndWait(
                form.payWith() == PayWith.CARD
                        ? byCard(callId, parties, form.media(), rate)
                        : fromWallet(callId, parties, form.media(), rate));
        return ResponseEntity.accepted()
                .location(URI.create("/v1/calls/" + callId))
                .body(new Reply(callId));
    }

    private RequestCall fromWallet(CallId callId, Parties parties, Media media, Money rate) {
        Instant now = clock.instant();
        PlanHeld plan = plansHeld.at(now, parties.memberId());
        return new RequestCall(
                callId, parties, media, PayWith.WALLET, plans.at(now).termsFor(plan, rate), now);
    }

    /** Which card pays and where its money goes is settled before anybody is bothered. */
    private RequestCallByCard byCard(CallId callId, Parties parties, Media media, Money rate) throws Refused {
        CardHeld card = commands.sendAndWait(new AskCard(CardholderId.of(parties.memberId())));
        PayeeHeld payee = commands.sendAndWait(new AskPayee(EarningsId.of(parties.listenerId())));
        if (!payee.isPayable() || !cards.isEmpty() && cards.stream().noneMatch(to -> to.mayPayTo(payee.account()))) {
            throw CallRefusal.LISTENER_TAKES_NO_CARDS.of("this listener can only be paid from wallets");
        }
        Instant now = clock.instant();
        return new RequestCallByCard(
                callId,
                parties,
                media,
                card.cardId(),
                payee.account(),
                plans.at(now).byCard(rate),
                now);
    }

    @PostMapping("/{callId}/accept")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Answer a ringing call; only the callee may")
    void accept(@Parameter(example = "call_6pk1u0bscz4w") @PathVariable CallId callId, Caller caller) {
        commands.sendAndWait(new AcceptCall(callId, caller.accountId(), clock.instant()));
    }

    @PostMapping("/{callId}/decline")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Turn a ringing call down; only the callee may")
    void decline(@Parameter(example = "call_6pk1u0bscz4w") @PathVariable CallId callId, Caller caller) {
        commands.sendAndWait(new DeclineCall(callId, caller.accountId(), clock.instant()));
    }

    @PostMapping("/{callId}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End a call, whatever state it is in; both may")
    void end(@Parameter(example = "call_6pk1u0bscz4w") @PathVariable CallId callId, Caller caller) {
        commands.sendAndWait(new HangUp(callId, caller.accountId(), clock.instant()));
    }

    @Schema(name = "CallForm", example = """
            {"listenerId": "lis_7f3kq2v9x1", "media": "VOICE", "payWith": "WALLET"}""")
    record Form(
            @NotNull ListenerId listenerId,
            @NotNull Media media,
            @NotNull PayWith payWith) {}

    @Schema(name = "CallReply", example = """
            {"callId": "call_6pk1u0bscz4w"}""")
    record Reply(CallId callId) {}
}
