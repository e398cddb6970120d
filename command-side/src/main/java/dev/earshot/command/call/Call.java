package dev.earshot.command.call;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.earshot.api.call.CallCommand.AcceptCall;
import dev.earshot.api.call.CallCommand.AdmitCall;
import dev.earshot.api.call.CallCommand.AttendCall;
import dev.earshot.api.call.CallCommand.DeclineCall;
import dev.earshot.api.call.CallCommand.EndCall;
import dev.earshot.api.call.CallCommand.ExtendCall;
import dev.earshot.api.call.CallCommand.HangUp;
import dev.earshot.api.call.CallCommand.JoinCall;
import dev.earshot.api.call.CallCommand.RateCall;
import dev.earshot.api.call.CallCommand.RefuseCall;
import dev.earshot.api.call.CallCommand.RequestCall;
import dev.earshot.api.call.CallCommand.RequestCallByCard;
import dev.earshot.api.call.CallEvent;
import dev.earshot.api.id.CallId;
import dev.earshot.api.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * One call: {@link Ringing} decides how it comes about, {@link Talking} how it goes on once it is answered, and
 * {@link Ending} how it ends, once and for one reason. They all read the same {@link Course}, which the facts change.
 */
@Aggregate(type = "Call", cache = "callCache", snapshotTriggerDefinition = "callSnapshots")
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Call {
    @JsonUnwrapped // A snapshot shows no rooms.
    private Course course = new Course();

    Call() {}

    @AggregateIdentifier
    CallId id() {
        return course.id;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestCall command) throws Refused {
        ringing().request(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestCallByCard command) throws Refused {
        ringing().request(command);
    }

    @CommandHandler
    void handle(AdmitCall command) {
        ringing().admit(command);
    }

    @CommandHandler
    void handle(RefuseCall command) {
        ringing().refuse(command);
    }

    @CommandHandler
    void handle(AcceptCall command) throws Refused {
        ringing().accept(command);
    }

    @CommandHandler
    void handle(DeclineCall command) throws Refused {
        ringing().decline(command);
    }

    @CommandHandler
    void handle(JoinCall command) {
        talking().join(command);
    }

    @CommandHandler
    void handle(AttendCall command) throws Refused {
        talking().attend(command);
    }

    @CommandHandler
    void handle(ExtendCall command) {
        talking().extend(command);
    }

    @CommandHandler
    void handle(HangUp command) throws Refused {
        ending().hangUp(command);
    }

    @CommandHandler
    void handle(EndCall command) {
        ending().end(command);
    }

    @CommandHandler
    void handle(RateCall command) throws Refused {
        ending().rate(command);
    }

    @EventSourcingHandler
    void on(CallEvent event) {
        course.on(event);
    }

    private Ringing ringing() {
        return new Ringing(course, AggregateLifecycle::apply);
    }

    private Talking talking() {
        return new Talking(course, AggregateLifecycle::apply);
    }

    private Ending ending() {
        return new Ending(course, AggregateLifecycle::apply);
    }
}
