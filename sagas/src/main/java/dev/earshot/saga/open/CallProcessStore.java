package dev.earshot.saga.open;

import dev.earshot.api.id.CallId;
import dev.earshot.platform.trace.Correlation;
import java.util.Set;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.AssociationValues;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the processes that are found by nothing but their call. Unlike Axon's own store, which needs five statements for
 * each fact, it needs at most four for a whole batch; and the time at which a process must be woken stands in the same row
 * as its state, so neither is ever there without the other.
 */
@Component("callProcesses")
class CallProcessStore implements SagaStore<CallProcess> {
    private final OpenCallTable table;
    private final JsonMapper json;

    CallProcessStore(OpenCallTable table, JsonMapper json) {
        this.table = table;
        this.json = json;
    }

    @Override
    public Set<String> findSagas(Class<? extends CallProcess> type, AssociationValue association) {
        return calls().of(callOf(association))
                .map(call -> Set.of(call.processId()))
                .orElse(Set.of());
    }

    /** Only what was found within this unit of work is loaded. */
    @Override
    public <S extends CallProcess> Entry<S> loadSaga(Class<S> type, String processId) {
        return calls().of(processId).map(call -> entry(type, call)).orElse(null);
    }

    @Override
    public void insertSaga(
            Class<? extends CallProcess> type,
            String processId,
            CallProcess process,
            Set<AssociationValue> associations) {
        CallId callId = callOf(associations.iterator().next());
        String story = (String) CurrentUnitOfWork.correlationData().get(Correlation.ID);
        calls().open(processId, () -> row(callId, processId, process, story));
    }

    @Override
    public void updateSaga(
            Class<? extends CallProcess> type, String processId, CallProcess process, AssociationValues associations) {
        CallId callId = callOf(associations.iterator().next());
        calls().change(processId, () -> row(callId, processId, process, null));
    }

    @Override
    public void deleteSaga(Class<? extends CallProcess> type, String processId, Set<AssociationValue> associations) {
        calls().of(processId).ifPresent(calls()::close);
    }

    private OpenCalls calls() {
        return OpenCalls.ofThisUnit(table);
    }

    private OpenCall row(CallId callId, String processId, CallProcess process, String story) {
        return new OpenCall(
                callId,
                processId,
                json.writeValueAsString(process),
                process.wakeAt().orElse(null),
                story);
    }

    private <S extends CallProcess> Entry<S> entry(Class<S> type, OpenCall call) {
        S process = json.readValue(call.state(), type);
        Set<AssociationValue> associations =
                Set.of(new AssociationValue("callId", call.callId().value()));
        return new Entry<>() {
            @Override
            public Set<AssociationValue> associationValues() {
                return associations;
            }

            @Override
            public S saga() {
                return process;
            }
        };
    }

    private static CallId callOf(AssociationValue association) {
        return new CallId(association.getValue());
    }
}
