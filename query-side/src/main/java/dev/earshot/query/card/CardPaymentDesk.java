package dev.earshot.query.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.card.CardRefusal;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import dev.earshot.query.fold.CatchUp;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import dev.earshot.query.reversal.ReversalLine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everybody's card payments, for those who watch over the money. */
@RestController
@RequestMapping("/v1/admin/card-payments")
@PreAuthorize("hasAnyRole('FINANCE', 'ADMIN')")
class CardPaymentDesk {
    private final CardPaymentRows payments;
    private final CatchUp catchUp;

    CardPaymentDesk(CardPaymentRows payments, CatchUp catchUp) {
        this.payments = payments;
        this.catchUp = catchUp;
    }

    /** The payments of this status, newest first. */
    @GetMapping
    @Operation(
            operationId = "getCardPayments",
            summary = "List what cards were asked for and have paid for calls, by status, newest first")
    Page<DeskReply> payments(
            @Parameter(example = "DISPUTED") @RequestParam Optional<CardPaymentStatus> status, @Valid PageRequest page)
            throws Refused {
        return payments.page(status, page, page.before()).map(DeskReply::of);
    }

    /** One payment with all of its refunds and disputes. */
    @GetMapping("/{cardPaymentId}")
    @Operation(
            operationId = "getCardPayment",
            summary = "Tell what a card has paid for a call, with its refunds and disputes and who bears them")
    DeskReply payment(@Parameter(example = "cpay_6pk1u0bscz4wn001") @PathVariable CardPaymentId cardPaymentId)
            throws Refused {
        return catchUp.find("wallet-view", () -> payments.find(cardPaymentId.value()))
                .map(DeskReply::of)
                .orElseThrow(() -> CardRefusal.CARD_PAYMENT_UNKNOWN.of("there is no card payment %s", cardPaymentId));
    }

    /**
     * A card payment.
     *
     * @param charged what was or is to be taken; absent until the call is over
     * @param fee what of that is the platform's
     * @param refunded what was given back, what is on its way included
     * @param disputed what disputes that are open or lost have taken
     * @param reversed what has gone back of what was captured
     * @param excess what went beyond that: the platform's loss
     * @param owed what of it the member was made to owe
     * @param listenerLost what of their share the listener has lost
     */
    @Schema(name = "CardPayment")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeskReply(
            String cardPaymentId,
            String callId,
            String memberId,
            String listenerId,
            CardPaymentStatus status,
            CardStage stage,
            Money authorized,
            Money charged,
            Money fee,
            Money refunded,
            Money disputed,
            Money reversed,
            Money excess,
            Money owed,
            Money listenerLost,
            List<ReversalLine> lines,
            Instant requestedAt) {
        static DeskReply of(CardPaymentState payment) {
            boolean isCharged = payment.charged > 0;
            return new DeskReply(
                    payment.cardPaymentId,
                    payment.callId,
                    payment.memberId,
                    payment.listenerId,
                    CardPaymentStatus.of(payment),
                    payment.stage,
                    of(payment.authorized, payment),
                    isCharged ? of(payment.charged, payment) : null,
                    isCharged ? of(payment.fee, payment) : null,
                    of(payment.refunded, payment),
                    of(payment.disputed, payment),
                    of(payment.reversed, payment),
                    of(payment.refunded + payment.disputed - payment.reversed, payment),
                    of(payment.owed, payment),
                    of(payment.listenerLost, payment),
                    payment.lines,
                    payment.requestedAt);
        }

        private static Money of(long minor, CardPaymentState payment) {
            return Money.of(minor, payment.currency);
        }
    }
}
