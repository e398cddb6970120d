package dev.earshot.command.card;

import dev.earshot.api.card.CardRefusal;
import dev.earshot.api.card.CardholderCommand.ChooseCard;
import dev.earshot.api.card.CardholderCommand.RemoveCard;
import dev.earshot.api.card.CardholderCommand.SaveCard;
import dev.earshot.api.id.CardId;
import dev.earshot.api.id.CardholderId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.payments.CardMethods;
import dev.earshot.platform.web.Caller;
import dev.earshot.platform.web.Intent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes what members want of their saved cards. */
@RestController
@RequestMapping("/v1/cards")
class CardController {
    private final CommandGateway commands;
    private final List<CardMethods> providers;
    private final Clock clock;

    CardController(CommandGateway commands, ObjectProvider<CardMethods> providers, Clock clock) {
        this.commands = commands;
        this.providers = providers.stream().toList();
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Save a card to pay calls with",
            description =
                    "Answers before the provider has the card; the card and the stream tell what became of it, and"
                            + " what the provider's client library has to do next.")
    ResponseEntity<Reply> save(@Valid @RequestBody Form form, Caller caller, Intent intent) throws Refused {
        if (!providers.isEmpty() && providers.stream().noneMatch(provider -> provider.mayKeep(form.method()))) {
            throw CardRefusal.CARD_METHOD_UNKNOWN.at("method", "must be a card that can be saved here");
        }
        CardId cardId = new CardId(CardId.PREFIX + intent.suffix());
        commands.sendAndWait(new SaveCard(of(caller), cardId, form.method(), clock.instant()));
        return ResponseEntity.accepted()
                .location(URI.create("/v1/cards/" + cardId))
                .body(new Reply(cardId));
    }

    @PutMapping("/{cardId}/default")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Pay with this saved card from now on; repeating it changes nothing")
    void choose(@Parameter(example = "card_6pk1u0bscz4w") @PathVariable CardId cardId, Caller caller) {
        commands.sendAndWait(new ChooseCard(of(caller), cardId, clock.instant()));
    }

    @DeleteMapping("/{cardId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Forget a saved card; what it has authorized is still captured")
    void remove(@Parameter(example = "card_6pk1u0bscz4w") @PathVariable CardId cardId, Caller caller) {
        commands.sendAndWait(new RemoveCard(of(caller), cardId, clock.instant()));
    }

    private static CardholderId of(Caller caller) {
        return CardholderId.of(caller.accountId());
    }

    @Schema(name = "CardForm", example = """
            {"method": "test_ok"}""")
    record Form(@NotBlank @Size(max = 100) String method) {}

    @Schema(name = "CardReply", example = """
            {"cardId": "card_6pk1u0bscz4w"}""")
    record Reply(CardId cardId) {}
}
