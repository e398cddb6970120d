package dev.earshot.command.person;

import dev.earshot.api.autotopup.AutoTopUpCommand.TurnOffAutoTopUp;
import dev.earshot.api.card.CardholderCommand.RemoveCards;
import dev.earshot.api.id.AutoTopUpId;
import dev.earshot.api.id.CardholderId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.id.MembershipId;
import dev.earshot.api.id.PresenceId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.membership.MembershipCommand.CancelMembership;
import dev.earshot.api.presence.PresenceCommand.GoOffline;
import dev.earshot.platform.erasure.ErasureStep;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What nobody is to go on with for somebody who is gone. The adapters hear of it as of any card or membership that ends. */
@Configuration(proxyBeanMethods = false)
class PromisesEnded {
    @Bean
    ErasureStep cardsRemoved(CommandGateway commands, Clock clock) {
        return new WishToForget("cards", commands, person -> new RemoveCards(CardholderId.of(person), clock.instant()));
    }

    @Bean
    ErasureStep autoTopUpTurnedOff(CommandGateway commands, Clock clock) {
        return new WishToForget(
                "auto-top-up",
                commands,
                person -> new TurnOffAutoTopUp(AutoTopUpId.of(WalletId.of(person)), clock.instant()));
    }

    @Bean
    ErasureStep membershipCancelled(CommandGateway commands, Clock clock) {
        return new WishToForget(
                "membership", commands, person -> new CancelMembership(MembershipId.of(person), clock.instant()));
    }

    @Bean
    ErasureStep presenceEnded(CommandGateway commands, Clock clock) {
        return new WishToForget(
                "presence", commands, person -> new GoOffline(PresenceId.of(ListenerId.of(person)), clock.instant()));
    }

    @Bean
    ErasureStep claimantForgotten(JdbcClient jdbc) {
        return new NamesForgotten(jdbc);
    }
}
