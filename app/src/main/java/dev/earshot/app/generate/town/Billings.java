package dev.earshot.app.generate.town;

import dev.earshot.api.call.CallEvent.CallRequested;
import dev.earshot.api.call.CallFact;
import dev.earshot.api.id.CallId;
import dev.earshot.saga.billing.CallBillingSaga;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.saga.AnnotatedSaga;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.metamodel.AnnotationSagaMetaModelFactory;
import org.axonframework.modelling.saga.metamodel.SagaModel;

/** The billing of one town's open calls: the very saga that bills in production, kept in memory. */
final class Billings {
    private final Model model;
    private final Map<CallId, AnnotatedSaga<CallBillingSaga>> open = new HashMap<>();

    /** What every town's billings share. */
    record Model(AnnotationSagaMetaModelFactory factory, SagaModel<CallBillingSaga> saga) {
        static Model of(ParameterResolverFactory resources) {
            var factory = new AnnotationSagaMetaModelFactory(resources);
            return new Model(factory, factory.modelOf(CallBillingSaga.class));
        }
    }

    Billings(Model model) {
        this.model = model;
    }

    void hear(CallFact fact) {
        AnnotatedSaga<CallBillingSaga> billing = fact instanceof CallRequested
                ? open.computeIfAbsent(fact.callId(), this::begin)
                : open.get(fact.callId());
        if (billing == null) {
            return;
        }
        billing.handle(GenericEventMessage.asEventMessage(fact));
        if (!billing.isActive()) {
            open.remove(fact.callId());
        }
    }

    /** When the call must be looked at if nothing happens before. */
    Optional<Instant> wakeAt(CallId callId) {
        return Optional.ofNullable(open.get(callId))
                .flatMap(billing -> billing.root().wakeAt());
    }

    private AnnotatedSaga<CallBillingSaga> begin(CallId callId) {
        return new AnnotatedSaga<>(
                callId.value(),
                Set.of(new AssociationValue("callId", callId.value())),
                new CallBillingSaga(),
                model.saga(),
                model.factory().chainedInterceptor(CallBillingSaga.class));
    }
}
