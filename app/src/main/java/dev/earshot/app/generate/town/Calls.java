package dev.earshot.app.generate.town;

import dev.earshot.api.call.CallCommand.RequestCall;
import dev.earshot.api.call.CallCommand.RequestCallByCard;
import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.call.CallEvent.CallRefused;
import dev.earshot.api.call.CallEvent.CallRequested;
import dev.earshot.api.call.Media;
import dev.earshot.api.call.Parties;
import dev.earshot.api.call.PayWith;
import dev.earshot.api.card.CardHeld;
import dev.earshot.api.card.CardholderCommand.AskCard;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.CardholderId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.listener.ListenerCommand.QuoteRate;
import dev.earshot.api.money.Money;
import dev.earshot.api.payout.PayeeHeld;
import dev.earshot.api.payout.PayoutCommand.AskPayee;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.topup.TopUpCommand.RequestPack;
import dev.earshot.api.topup.TopUpCommand.RequestTopUp;
import dev.earshot.command.pricing.Plans;
import dev.earshot.command.pricing.PlansHeld;
import dev.earshot.platform.catalogue.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who calls whom: a member whose means run low buys first, most of the time, and then asks for the call. */
final class Calls {
    private static final List<Long> TOP_UPS = List.of(1_000L, 2_000L, 2_000L, 3_000L, 5_000L, 10_000L);
    private static final List<Media> WAYS = List.of(Media.VOICE, Media.VOICE, Media.VOICE, Media.VIDEO, Media.TEXT);
    private static final long FEW_MINUTES = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Town town;
    private final Dice dice;
    private final Catalogue catalogue;
    private final Plans plans;
    private final PlansHeld plansHeld;
    private final Listeners listeners;
    private final Members members;
    private final Map<CallId, Member> open = new HashMap<>();
    private long requested;

    Calls(Town town, Catalogue catalogue, Plans plans, PlansHeld plansHeld, Listeners listeners, Members members) {
        this.town = town;
        this.dice = town.dice();
        this.catalogue = catalogue;
        this.plans = plans;
        this.plansHeld = plansHeld;
        this.listeners = listeners;
        this.members = members;
    }

    long requested() {
        return requested;
    }

    void hear(Object fact) {
        if (fact instanceof CallRequested) {
            requested++;
        } else if (fact instanceof CallEnded ended) {
            over(ended.callId());
        } else if (fact instanceof CallRefused refused) {
            over(refused.callId());
        }
    }

    private void over(CallId call) {
        open.remove(call).talks = false;
    }

    void plan(Member member, Instant when) {
        town.plan(when, () -> wish(member, 0));
    }

    private void wish(Member member, int waited) {
        if (member.talks || !listeners.isAnyLive() && waited < 60) {
            town.plan(town.now().plus(PATIENCE).plusSeconds(dice.below(600)), () -> wish(member, waited + 1));
            return;
        }
        ListenerId listener = choose(member);
        Money rate = town.ask(new QuoteRate(listener));
        boolean byCard = member.hasCard && dice.perMille(600);
        member.talks = true;
        if (!byCard && isShort(member, rate) && dice.perMille(880)) {
            buy(member, rate);
            town.plan(town.now().plusSeconds(dice.between(3, 40)), () -> request(member, listener, rate, false));
        } else {
            request(member, listener, rate, byCard);
        }
    }

    private ListenerId choose(Member member) {
        ListenerId favourite = member.favourites.isEmpty() ? listeners.any() : dice.oneOf(member.favourites);
        return listeners.isLive(favourite) && dice.perMille(550) ? favourite : listeners.any();
    }

    private static boolean isShort(Member member, Money rate) {
        long price = FEW_MINUTES * rate.minor();
        return switch (member.version) {
            case PAY_PER_MINUTE -> member.cash < price;
            case TOKENS -> member.tokens < price / 10;
            case MOMENTS -> member.moments < FEW_MINUTES * 60;
            case MEMBERSHIP -> !member.isMember;
        };
    }

    private void buy(Member member, Money rate) {
        TopUpId topUp = new TopUpId(TopUpId.PREFIX + dice.suffix());
        switch (member.version) {
            case PAY_PER_MINUTE -> topUp(member, topUp, rate);
            case TOKENS, MOMENTS -> {
                Pack pack = dice.oneOf(packs(member.version));
                town.ask(new RequestPack(topUp, member.walletId, pack, "test_ok", town.now()));
            }
            case MEMBERSHIP -> members.join(member);
        }
    }

    private void topUp(Member member, TopUpId topUp, Money rate) {
        Money amount = new Money(dice.oneOf(TOP_UPS), rate.currency());
        town.ask(new RequestTopUp(topUp, member.walletId, amount, "test_ok", town.now()));
    }

    private List<Pack> packs(PlanVersion version) {
        return catalogue.packs().stream()
                .filter(pack -> pack.version() == version)
                .toList();
    }

    private void request(Member member, ListenerId listener, Money rate, boolean byCard) {
        CallId id = new CallId(CallId.PREFIX + dice.suffix());
        Parties parties = new Parties(member.accountId, listener);
        open.put(id, member);
        Media media = dice.oneOf(WAYS);
        PayeeHeld payee = byCard ? town.ask(new AskPayee(EarningsId.of(listener))) : null;
        CardHeld card = byCard ? town.ask(new AskCard(CardholderId.of(member.accountId))) : null;
        if (card != null && payee.isPayable()) {
            town.ask(new RequestCallByCard(
                    id,
                    parties,
                    media,
                    card.cardId(),
                    payee.account(),
                    plans.at(town.now()).byCard(rate),
                    town.now()));
        } else {
            var terms = plans.at(town.now()).termsFor(plansHeld.at(town.now(), member.accountId), rate);
            town.ask(new RequestCall(id, parties, media, PayWith.WALLET, terms, town.now()));
        }
    }
}
