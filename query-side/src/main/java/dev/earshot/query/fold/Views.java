package dev.earshot.query.fold;

import java.util.List;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The processors of the stored views. Each has one segment: its rows are folded from several aggregates' events, in order. */
@Component
public class Views {
    /** Their names, which are their processing groups. */
    public static final List<String> NAMES = List.of(
            "account-view",
            "call-view",
            "earnings-view",
            "explain-view",
            "listener-view",
            "stream-view",
            "wallet-view");

    @Bean
    ConfigurerModule viewProcessors(ViewSettings settings) {
        return configurer -> NAMES.forEach(view -> register(view, configurer.eventProcessing(), settings));
    }

    private static void register(String view, EventProcessingConfigurer processing, ViewSettings settings) {
        processing.registerPooledStreamingEventProcessor(
                view,
                Configuration::eventStore,
                (axon, processor) -> processor
                        .initialSegmentCount(1)
                        .batchSize(settings.batch())
                        .workerExecutor(pace(view, axon, settings)));
    }

    private static Pace pace(String view, Configuration axon, ViewSettings settings) {
        var pace = new Pace(settings.pace(), new AxonThreadFactory(view));
        axon.onShutdown(pace::shutdown);
        return pace;
    }
}
