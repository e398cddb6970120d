package dev.earshot.saga.open;

import dev.earshot.api.call.CallFact;
import dev.earshot.api.id.CallId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * The open calls that one unit of work deals with: those its batch of facts concerns are read with one statement, and what
 * it changes is written with one statement for each kind of change.
 */
final class OpenCalls {
    private final OpenCallTable table;
    private final Map<CallId, Optional<OpenCall>> read = new HashMap<>();
    private final Map<String, Supplier<OpenCall>> opened = new LinkedHashMap<>();
    private final Map<String, Supplier<OpenCall>> changed = new LinkedHashMap<>();
    private final Map<String, OpenCall> closed = new LinkedHashMap<>();

    private OpenCalls(OpenCallTable table) {
        this.table = table;
    }

    static OpenCalls ofThisUnit(OpenCallTable table) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get().root();
        return unit.getOrComputeResource(OpenCalls.class.getName(), absent -> {
            OpenCalls calls = new OpenCalls(table);
            calls.read(concernedBy(unit));
            return calls;
        });
    }

    Optional<OpenCall> of(CallId callId) {
        if (!read.containsKey(callId)) {
            read(Set.of(callId));
        }
        return read.get(callId);
    }

    Optional<OpenCall> of(String processId) {
        return read.values().stream()
                .flatMap(Optional::stream)
                .filter(call -> call.processId().equals(processId))
                .findAny();
    }

    /** The state is asked for when it is written. */
    void open(String processId, Supplier<OpenCall> call) {
        opened.put(processId, call);
        writeBeforeCommit();
    }

    void change(String processId, Supplier<OpenCall> call) {
        if (!opened.containsKey(processId)) {
            changed.put(processId, call);
            writeBeforeCommit();
        }
    }

    void close(OpenCall call) {
        changed.remove(call.processId());
        closed.put(call.processId(), call);
        writeBeforeCommit();
    }

    private void read(Set<CallId> calls) {
        calls.forEach(call -> read.put(call, Optional.empty()));
        if (!calls.isEmpty()) {
            table.of(calls).forEach(call -> read.put(call.callId(), Optional.of(call)));
        }
    }

    /**
     * The handlers of a commit run from the last fact of a batch to the first, and the log's one waits for its turn to append.
     * Asked for with every fact, this is done before it, while nobody else has to wait.
     */
    private void writeBeforeCommit() {
        CurrentUnitOfWork.get().root().onCommit(unit -> write());
    }

    private void write() {
        drain(opened, table::insert);
        drain(changed, table::update);
        if (!closed.isEmpty()) {
            table.delete(closed.values());
            closed.clear();
        }
    }

    private static void drain(Map<String, Supplier<OpenCall>> calls, Consumer<List<OpenCall>> write) {
        if (!calls.isEmpty()) {
            write.accept(calls.values().stream().map(Supplier::get).toList());
            calls.clear();
        }
    }

    private static Set<CallId> concernedBy(UnitOfWork<?> unit) {
        List<Message<?>> batch = unit instanceof BatchingUnitOfWork<?> many
                ? new ArrayList<>(many.getMessages())
                : List.of(unit.getMessage());
        Set<CallId> calls = new HashSet<>();
        for (Message<?> message : batch) {
            if (CallFact.class.isAssignableFrom(message.getPayloadType())) {
                calls.add(((CallFact) message.getPayload()).callId());
            }
        }
        return calls;
    }
}
