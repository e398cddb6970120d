package dev.earshot.app.generate.town;

import dev.earshot.command.pricing.Plans;
import dev.earshot.command.pricing.PlansHeld;
import dev.earshot.command.pricing.PricingSettings;
import dev.earshot.platform.catalogue.Catalogue;
import dev.earshot.saga.BillingSettings;
import dev.earshot.saga.Sagas;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.spring.config.annotation.SpringBeanParameterResolverFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Founds towns: what they share of the product is made once, and all else follows from a seed. */
@Component
public class Towns {
    private static final int CALLS_A_MEMBER = 40;
    private static final int LEAST_MEMBERS = 4;
    private static final int MEMBERS_A_LISTENER = 8;
    private static final int LEAST_LISTENERS = 6;

    private final Present present;
    private final ApplicationContext product;
    private final Blueprints blueprints;
    private final Billings.Model billing;
    private final Promises.Routes routes;

    Towns(Present present, ApplicationContext product) {
        this.present = present;
        this.product = product;
        var resources = MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(Towns.class),
                new SpringBeanParameterResolverFactory(product));
        blueprints = new Blueprints(resources);
        billing = Billings.Model.of(resources);
        routes = new Promises.Routes(product.getBeansOfType(Object.class).values().stream()
                .filter(bean -> bean.getClass().getPackageName().startsWith(Sagas.class.getPackageName()))
                .filter(bean -> bean.getClass().getSimpleName().endsWith("Routing"))
                .toList());
    }

    /** A town in which so many calls are asked for between the two moments. */
    public Town found(long seed, int calls, Instant from, Instant until) {
        Dice dice = new Dice(seed);
        Town town = new Town(present, dice, blueprints, from);
        Catalogue catalogue = product.getBean(Catalogue.class);
        var currency = product.getBean(PricingSettings.class).currency();
        Listeners listeners = new Listeners(town, currency, until);
        Members members = new Members(town, catalogue, currency, listeners);
        Calls wishes = new Calls(
                town, catalogue, product.getBean(Plans.class), product.getBean(PlansHeld.class), listeners, members);
        town.hear(new Promises(town, billing, routes)::hear);
        town.hear(members::hear);
        town.hear(listeners::hear);
        town.hear(wishes::hear);
        town.hear(new Networks(town)::hear);
        town.hear(new Talks(town)::hear);
        town.hear(new Seconds(town, product.getBean(BillingSettings.class).lowAtSeconds())::hear);
        town.hear(
                new Calendar(town, weekUnlessSaid("earnings.holding"), weekUnlessSaid("earnings.pay-every"), until)
                        ::hear);
        settle(dice, calls, from, until, listeners, members, wishes);
        return town;
    }

    private Duration weekUnlessSaid(String name) {
        return product.getEnvironment().getProperty(name, Duration.class, Duration.ofDays(7));
    }

    /** Everybody who will ever live here, and every call that they will ask for. */
    private static void settle(
            Dice dice, int calls, Instant from, Instant until, Listeners listeners, Members members, Calls wishes) {
        int people = Math.max(LEAST_MEMBERS, calls / CALLS_A_MEMBER);
        members.found(from);
        for (int i = 0; i < Math.max(LEAST_LISTENERS, people / MEMBERS_A_LISTENER); i++) {
            listeners.settle(from.plusSeconds(60 + dice.below(3_600)));
        }
        long length = Duration.between(from, until).toSeconds();
        List<Member> all = new ArrayList<>();
        List<Instant> since = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            Instant joins =
                    from.plusSeconds(7_200 + (dice.perMille(300) ? dice.below(3_600) : dice.below(length * 6 / 10)));
            all.add(members.settle(joins));
            since.add(joins.plusSeconds(1_800));
        }
        for (int i = 0; i < calls; i++) {
            int who = (int) Math.min(dice.below(people), dice.below(people)); // Some call often, many seldom.
            who = dice.perMille(500) ? who / 4 : who;
            Instant first = since.get(who);
            wishes.plan(
                    all.get(who),
                    first.plusSeconds(dice.below(Duration.between(first, until).toSeconds())));
        }
    }
}
