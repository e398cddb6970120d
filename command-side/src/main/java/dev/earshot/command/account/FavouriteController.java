package dev.earshot.command.account;

import dev.earshot.api.account.AccountCommand.AddFavourite;
import dev.earshot.api.account.AccountCommand.RemoveFavourite;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.listener.ListenerCommand.QuoteRate;
import dev.earshot.platform.web.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes what a member likes and no longer likes. */
@RestController
@RequestMapping("/v1/favourites/{listenerId}")
class FavouriteController {
    private final CommandGateway commands;
    private final Clock clock;

    FavouriteController(CommandGateway commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remember a listener as a favourite; repeating it changes nothing")
    void add(@Parameter(example = "lis_7f3kq2v9x1") @PathVariable ListenerId listenerId, Caller caller) {
        commands.sendAndWait(new QuoteRate(listenerId)); // Only who exists can be a favourite.
        commands.sendAndWait(new AddFavourite(caller.accountId(), listenerId, clock.instant()));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Forget a favourite; repeating it changes nothing")
    void remove(@Parameter(example = "lis_7f3kq2v9x1") @PathVariable ListenerId listenerId, Caller caller) {
        commands.sendAndWait(new RemoveFavourite(caller.accountId(), listenerId, clock.instant()));
    }
}
