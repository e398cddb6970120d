package dev.earshot.platform.axon;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.modelling.saga.repository.jdbc.PostgresSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSqlSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** How processors and sagas fail, and where they keep what they know. */
@Configuration(proxyBeanMethods = false)
@Import(AggregateMemory.class)
class Processors {
    private static final int BATCH = 500;

    /** For groups that application.yml does not name. */
    @Bean
    ConfigurerModule pooledUnlessSaidOtherwise() {
        return configurer -> configurer
                .eventProcessing()
                .usingPooledStreamingEventProcessors(
                        (axon, processor) -> processor.initialSegmentCount(1).batchSize(BATCH));
    }

    /** A handler that fails stops its batch, which is rolled back and tried again: no fact is ever skipped. */
    @Bean
    ConfigurerModule failLoudly() {
        return configurer -> configurer
                .eventProcessing()
                .registerDefaultListenerInvocationErrorHandler(axon -> PropagatingErrorHandler.instance());
    }

    @Bean
    TokenSchema tokenTable() {
        return TokenSchema.builder()
                .setTokenTable("processor_token")
                .setProcessorNameColumn("processor_name")
                .setSegmentColumn("segment")
                .setTokenColumn("token")
                .setTokenTypeColumn("token_type")
                .setTimestampColumn("time_stamp")
                .setOwnerColumn("owner")
                .build();
    }

    @Bean
    SagaSqlSchema sagaTables() {
        return new PostgresSagaSqlSchema(SagaSchema.builder()
                .sagaEntryTable("saga")
                .sagaIdColumn("saga_id")
                .sagaTypeColumn("saga_type")
                .revisionColumn("revision")
                .serializedSagaColumn("serialized_saga")
                .associationValueEntryTable("saga_association")
                .associationKeyColumn("association_key")
                .associationValueColumn("association_value")
                .build());
    }
}
