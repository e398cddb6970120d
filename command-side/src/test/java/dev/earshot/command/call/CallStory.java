package dev.earshot.command.call;

import dev.earshot.api.call.CallCommand;
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
import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.call.EndReason;
import dev.earshot.api.call.Media;
import dev.earshot.api.call.Parties;
import dev.earshot.api.call.PayWith;
import dev.earshot.api.call.RefuseReason;
import dev.earshot.api.call.Side;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.PayPerMinute;
import dev.earshot.api.pricing.Terms;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;

/** The words in which calls are tested: Ann calls Lea, Eve has no part in it. Times are seconds after the request. */
final class CallStory {
    static final CallId CALL = new CallId("call_1");
    static final AccountId ANN = new AccountId("acc_ann");
    static final AccountId LEA = new AccountId("acc_lea");
    static final AccountId EVE = new AccountId("acc_eve");
    static final Parties PARTIES = new Parties(ANN, ListenerId.of(LEA));
    static final Terms TERMS = new PayPerMinute(1500, new Grace(60, 1)).termsFor(Money.of(100, "USD"));
    static final long GRANTED = 300;
    static final long CONNECTED = 10;

    private CallStory() {}

    /** A call of which all this was asked before. */
    static Told given(CallCommand... past) {
        return new Told(List.of(past));
    }

    record Told(List<CallCommand> past) {
        ResultValidator<Call> when(CallCommand command) {
            return new AggregateTestFixture<>(Call.class).givenCommands(past).when(command);
        }

        /** And then all this. */
        Told and(CallCommand... more) {
            return new Told(Stream.concat(past.stream(), Stream.of(more)).toList());
        }
    }

    static Told requested() {
        return given(request());
    }

    static Told ringing() {
        return requested().and(admit());
    }

    static Told accepted() {
        return ringing().and(accept(LEA, 5));
    }

    static Told connected() {
        return accepted().and(join(Side.MEMBER, 7), join(Side.LISTENER, CONNECTED));
    }

    static Told ended() {
        return connected().and(hangUp(ANN, 100));
    }

    static RequestCall request() {
        return new RequestCall(CALL, PARTIES, Media.VOICE, PayWith.WALLET, TERMS, at(0));
    }

    static AdmitCall admit() {
        return new AdmitCall(CALL, GRANTED, at(1));
    }

    static RefuseCall refuse(RefuseReason reason) {
        return new RefuseCall(CALL, reason, at(1));
    }

    static AcceptCall accept(AccountId by, long second) {
        return new AcceptCall(CALL, by, at(second));
    }

    static DeclineCall decline(AccountId by, long second) {
        return new DeclineCall(CALL, by, at(second));
    }

    static JoinCall join(Side side, long second) {
        return new JoinCall(CALL, side, at(second));
    }

    static AttendCall attend(AccountId by, boolean connected, long second) {
        return new AttendCall(CALL, by, connected, at(second));
    }

    static ExtendCall extend(long granted) {
        return new ExtendCall(CALL, granted, at(200));
    }

    static HangUp hangUp(AccountId by, long second) {
        return new HangUp(CALL, by, at(second));
    }

    static EndCall end(EndReason reason, long second) {
        return new EndCall(CALL, reason, at(second));
    }

    static RateCall rate(AccountId by, int stars) {
        return new RateCall(CALL, by, stars, at(400));
    }

    static CallEnded callEnded(EndReason reason, long billableSeconds, Instant at) {
        return new CallEnded(CALL, PARTIES, reason, billableSeconds, at);
    }

    static Instant at(long second) {
        return Instant.parse("2026-03-01T12:00:00Z").plusSeconds(second);
    }
}
