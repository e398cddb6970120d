package dev.earshot.command.price;

import dev.earshot.api.id.BookId;
import dev.earshot.api.price.PriceListCommand.KeepHousePrices;
import dev.earshot.api.price.PriceListEvent;
import dev.earshot.api.price.Schedule;
import dev.earshot.command.pricing.Plans;
import dev.earshot.command.pricing.PricingSettings;
import dev.earshot.platform.work.Pulse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps what this node knows of the book of price lists up to date, so that a call's terms need no question. The book is
 * read before the first request is taken, and again whenever it has grown; asking whether it has costs one look into an index.
 */
@Component
class BookReader implements SmartLifecycle {
    private final EventStore log;
    private final CommandGateway commands;
    private final Plans plans;
    private final PricingSettings prices;
    private final PublishingSettings settings;
    private final Clock clock;
    private final Pulse pulse =
            new Pulse("price-lists", this::follow, "The book of price lists could not be read; looking again.");
    private long read = -1;
    private boolean housePricesKept;
    private volatile boolean running;

    BookReader(
            EventStore log,
            CommandGateway commands,
            Plans plans,
            PricingSettings prices,
            PublishingSettings settings,
            Clock clock) {
        this.log = log;
        this.commands = commands;
        this.plans = plans;
        this.prices = prices;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        look();
    }

    /** Before that, commands may find nobody to decide them. */
    @EventListener(ApplicationReadyEvent.class)
    void goOn() {
        pulse.begin(Duration.ZERO, settings.lookEvery());
    }

    /** Before the web server takes requests. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void stop() {
        running = false;
        pulse.end();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Reads the book anew if it has grown. */
    private void look() {
        Optional<Long> last = log.lastSequenceNumberFor(BookId.PRICES.value());
        if (last.isPresent() && last.get() > read) {
            Schedule schedule = log.readEvents(BookId.PRICES.value(), 0)
                    .asStream()
                    .map(DomainEventMessage::getPayload)
                    .map(PriceListEvent.class::cast)
                    .reduce(Schedule.EMPTY, Schedule::after, (one, other) -> other);
            read = last.get();
            plans.follow(schedule);
        }
    }

    private void follow() {
        if (!housePricesKept) {
            commands.sendAndWait(new KeepHousePrices(prices.priceList(), clock.instant()));
            housePricesKept = true;
        }
        look();
    }
}
