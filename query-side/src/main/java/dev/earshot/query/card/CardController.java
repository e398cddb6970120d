package dev.earshot.query.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.card.CardDecline;
import dev.earshot.api.card.CardRefusal;
import dev.earshot.api.id.CardId;
import dev.earshot.api.id.CardholderId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.payments.NextSteps;
import dev.earshot.platform.web.Caller;
import dev.earshot.query.fold.CatchUp;
import dev.earshot.query.person.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own cards. */
@RestController
@RequestMapping("/v1/cards")
class CardController {
    private final CardRows cards;
    private final Texts texts;
    private final NextSteps nextSteps;
    private final CatchUp catchUp;

    CardController(CardRows cards, Texts texts, NextSteps nextSteps, CatchUp catchUp) {
        this.cards = cards;
        this.texts = texts;
        this.nextSteps = nextSteps;
        this.catchUp = catchUp;
    }

    /** The cards that are saved or on their way, in the order in which they were offered. */
    @Operation(summary = "List the saved cards, and those on their way")
    @GetMapping
    Cards cards(Caller caller) {
        List<CardState> own = cards.of(cardholder(caller));
        var faces = texts.of(own.stream().map(card -> card.cardId).toList());
        return new Cards(own.stream()
                .map(card -> CardReply.of(
                        card,
                        faces.getOrDefault(card.cardId, Map.of()),
                        isDefault(card, own),
                        nextSteps.of(card.cardId)))
                .toList());
    }

    /** How far one card has come. */
    @Operation(summary = "Tell how far saving a card has come")
    @GetMapping("/{cardId}")
    CardReply card(Caller caller, @PathVariable CardId cardId) throws Refused {
        CardState found = catchUp.find("wallet-view", () -> cards.find(cardId.value(), cardholder(caller)))
                .orElseThrow(() -> CardRefusal.CARD_UNKNOWN.of("you have no card %s", cardId));
        return CardReply.of(
                found,
                texts.of(found.cardId),
                isDefault(found, cards.of(cardholder(caller))),
                nextSteps.of(found.cardId));
    }

    /** Of a member's cards that are there the one chosen last pays. */
    private static boolean isDefault(CardState card, List<CardState> own) {
        return card.chosen > 0
                && own.stream()
                        .max(Comparator.comparingLong(one -> one.chosen))
                        .filter(last -> last.cardId.equals(card.cardId))
                        .isPresent();
    }

    private static String cardholder(Caller caller) {
        return CardholderId.of(caller.accountId()).value();
    }

    /** A member's cards. */
    @Schema(name = "Cards")
    record Cards(List<CardReply> items) {}

    /**
     * A saved card.
     *
     * @param isDefault whether it pays for calls now
     * @param brand what is printed on the card, as are {@code last4} and {@code expires}; once it is saved
     * @param reason only of one that was turned away
     * @param nextStep only of one that waits for its owner: what the provider's client library wants to be given
     */
    @Schema(name = "Card")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CardReply(
            String cardId,
            CardState.Status status,
            boolean isDefault,
            String brand,
            String last4,
            String expires,
            CardDecline reason,
            Instant offeredAt,
            Map<String, String> nextStep) {
        static CardReply of(CardState card, Map<String, String> face, boolean isDefault, Map<String, String> next) {
            return new CardReply(
                    card.cardId,
                    card.status,
                    isDefault,
                    face.get("brand"),
                    face.get("last4"),
                    face.get("expires"),
                    card.reason,
                    card.offeredAt,
                    card.status == CardState.Status.OFFERED && !next.isEmpty() ? next : null);
        }
    }
}
