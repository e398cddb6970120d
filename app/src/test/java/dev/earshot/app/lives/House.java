package dev.earshot.app.lives;

import dev.earshot.api.refusal.Refused;
import dev.earshot.command.CommandSide;
import dev.earshot.command.pricing.Plans;
import dev.earshot.command.pricing.PlansHeld;
import dev.earshot.platform.catalogue.MembershipSettings;
import dev.earshot.platform.command.FollowUps;
import dev.earshot.platform.command.Turns;
import dev.earshot.saga.Sagas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The product without its surroundings: the aggregates that know of money, their settings, the plans, and the handlers that route what is paid.
 * No database and no thread: a command has had all its consequences when it is answered. Aggregates are read from the log
 * for every command, and every few events from a snapshot.
 */
final class House {
    private static final int EVENTS_BETWEEN_SNAPSHOTS = 5;
    private static final Set<String> THAT_HAVE_A_PART = Set.of("Account", "Earnings", "Membership", "TopUp", "Wallet");
    private static final JsonMapper TREES = new JsonMapper();
    private static final Map<Prices, House> OPEN = new HashMap<>();

    private final Serializer json;
    private final Log log;
    private final CommandBus bus = SimpleCommandBus.builder().build();
    private final Plans plans;
    private final PlansHeld plansHeld;
    private final List<AnnotationEventHandlerAdapter> routes = new ArrayList<>();
    private final List<Object> facts = new ArrayList<>();
    private final Map<Object, State> states = new HashMap<>();
    private final Map<String, Class<?>> aggregates = new HashMap<>();
    private final org.axonframework.config.Configuration axon;

    @Configuration(proxyBeanMethods = false)
    @ConfigurationPropertiesScan(basePackageClasses = CommandSide.class)
    @ComponentScan("dev.earshot.platform.json")
    @ComponentScan(
            basePackageClasses = Sagas.class,
            useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.(TopUp|Membership)Routing"))
    @EnableConfigurationProperties(MembershipSettings.class)
    @Import({Plans.class, PlansHeld.class, FollowUps.class, Turns.class})
    static class Rooms {}

    private House(Prices prices) {
        var context = new SpringApplicationBuilder(Rooms.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "pricing.fee-basis-points=" + prices.feeBasisPoints(),
                        "pricing.grace-until-second=" + prices.graceUntil(),
                        "pricing.graces-per-day=" + prices.gracesPerDay(),
                        "pricing.token-value=" + prices.tokenValue())
                .initializers(beans -> ((GenericApplicationContext) beans).registerBean(CommandBus.class, () -> bus))
                .initializers(beans -> ((GenericApplicationContext) beans)
                        .registerBean(
                                CommandGateway.class,
                                () -> DefaultCommandGateway.builder()
                                        .commandBus(bus)
                                        .build()))
                .run(
                        "--earnings.activity[0].from-hours=0",
                        "--earnings.activity[0].basis-points=10500",
                        "--earnings.activity[1].from-hours=1",
                        "--earnings.activity[1].basis-points=11000",
                        "--earnings.activity[2].from-hours=2",
                        "--earnings.activity[2].basis-points=12500");
        plans = context.getBean(Plans.class);
        plansHeld = context.getBean(PlansHeld.class);
        json = Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(context.getBean(Jackson3SerializerCustomizer.class))
                .build();
        log = new Log(json);
        context.getBeansOfType(Object.class).values().stream()
                .filter(bean -> bean.getClass().getPackageName().startsWith(Sagas.class.getPackageName()))
                .forEach(bean -> routes.add(new AnnotationEventHandlerAdapter(bean)));
        Configurer configurer = DefaultConfigurer.defaultConfiguration()
                .configureCommandBus(configuration -> bus)
                .configureTransactionManager(configuration -> NoTransactionManager.instance())
                .configureSerializer(configuration -> json)
                .configureEmbeddedEventStore(configuration -> log);
        context.getBeansWithAnnotation(ConfigurationProperties.class)
                .values()
                .forEach(bean -> resource(configurer, bean));
        aggregateTypes().forEach(type -> aggregate(configurer, type));
        axon = configurer.start();
    }

    /** The house with these prices and nothing in its log. */
    static House with(Prices prices) {
        House house = OPEN.computeIfAbsent(prices, House::new);
        house.log.forgetAll();
        house.facts.clear();
        house.states.clear();
        return house;
    }

    Plans plans() {
        return plans;
    }

    PlansHeld plansHeld() {
        return plansHeld;
    }

    /** Everything that has happened so far. */
    List<Object> facts() {
        return facts;
    }

    /** What this command answers, when all its consequences have happened. */
    Object ask(Object command) throws Refused {
        try {
            Object answer = axon.commandGateway().sendAndWait(command);
            settle();
            return answer;
        } catch (CommandExecutionException failed) {
            settle();
            if (failed.getCause() instanceof Refused refused) {
                throw refused;
            }
            throw failed;
        }
    }

    /** Nothing, or the code of the refusal. */
    String send(Object command) {
        try {
            ask(command);
            return "";
        } catch (Refused refused) {
            return refused.code().name() + " ";
        }
    }

    /** What an aggregate would write into its snapshot now. */
    JsonNode state(String aggregate, Object id) {
        long events = log.length(id.toString());
        State known = states.get(id);
        if (known != null && known.events() == events) {
            return known.aggregate();
        }
        JsonNode now = DefaultUnitOfWork.startAndGet(null)
                .executeWithResult(() -> read(aggregates.get(aggregate), id))
                .getPayload();
        states.put(id, new State(events, now));
        return now;
    }

    private record State(long events, JsonNode aggregate) {}

    private <T> JsonNode read(Class<T> type, Object id) {
        return axon.repository(type)
                .load(id.toString())
                .invoke(root ->
                        TREES.readTree(json.serialize(root, String.class).getData()));
    }

    private void settle() {
        for (List<EventMessage<?>> news = log.news(); !news.isEmpty(); news = log.news()) {
            for (EventMessage<?> fact : news) {
                facts.add(fact.getPayload());
                routes.forEach(route -> handle(route, fact));
            }
        }
    }

    private static void handle(AnnotationEventHandlerAdapter route, EventMessage<?> fact) {
        try {
            route.handle(fact);
        } catch (Exception failed) {
            throw new AssertionError(fact.getPayload() + " could not be routed", failed);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> void resource(Configurer configurer, T bean) {
        configurer.registerComponent((Class<T>) bean.getClass(), configuration -> bean);
    }

    private <T> void aggregate(Configurer configurer, Class<T> type) {
        aggregates.put(type.getSimpleName(), type);
        configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(type)
                .configureSnapshotTrigger(configuration -> new EventCountSnapshotTriggerDefinition(
                        configuration.snapshotter(), EVENTS_BETWEEN_SNAPSHOTS)));
    }

    private static List<Class<?>> aggregateTypes() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Aggregate.class));
        List<Class<?>> types = new ArrayList<>();
        for (BeanDefinition found : scanner.findCandidateComponents(CommandSide.class.getPackageName())) {
            try {
                Class<?> type = Class.forName(found.getBeanClassName());
                if (THAT_HAVE_A_PART.contains(type.getSimpleName())) {
                    types.add(type);
                }
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        return types;
    }
}
