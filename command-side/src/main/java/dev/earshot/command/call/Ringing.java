package dev.earshot.command.call;

import dev.earshot.api.call.CallCommand.AcceptCall;
import dev.earshot.api.call.CallCommand.AdmitCall;
import dev.earshot.api.call.CallCommand.DeclineCall;
import dev.earshot.api.call.CallCommand.RefuseCall;
import dev.earshot.api.call.CallCommand.RequestCall;
import dev.earshot.api.call.CallCommand.RequestCallByCard;
import dev.earshot.api.call.CallEvent;
import dev.earshot.api.call.CallEvent.CallAccepted;
import dev.earshot.api.call.CallEvent.CallAdmitted;
import dev.earshot.api.call.CallEvent.CallRefused;
import dev.earshot.api.call.CallEvent.CallRequested;
import dev.earshot.api.call.CallEvent.CardChosen;
import dev.earshot.api.call.CallRefusal;
import dev.earshot.api.call.EndReason;
import dev.earshot.api.call.Parties;
import dev.earshot.api.call.PayWith;
import dev.earshot.api.call.Side;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.refusal.Refused;
import java.util.function.Consumer;

/**
 * How a call comes about. A member requests it; it is admitted when funds and listener are reserved, else refused. It
 * rings until the one who is called accepts or declines.
 */
record Ringing(Course call, Consumer<CallEvent> facts) {
    void request(RequestCall command) throws Refused {
        if (call.id != null) {
            return;
        }
        if (command.payWith() == PayWith.CARD) {
            throw CallRefusal.PAY_METHOD_UNAVAILABLE.of("a call that a card is to pay must name the card");
        }
        refuseToCallOneself(command.parties());
        facts.accept(new CallRequested(
                command.callId(),
                command.parties(),
                command.media(),
                command.payWith(),
                command.terms(),
                command.at()));
    }

    void request(RequestCallByCard command) throws Refused {
        if (call.id != null) {
            return;
        }
        refuseToCallOneself(command.parties());
        facts.accept(new CallRequested(
                command.callId(), command.parties(), command.media(), PayWith.CARD, command.terms(), command.at()));
        facts.accept(new CardChosen(call.id, call.parties, command.cardId(), command.payee(), command.at()));
    }

    void admit(AdmitCall command) {
        if (call.stage == Stage.REQUESTED) {
            facts.accept(new CallAdmitted(call.id, call.parties, command.grantedSeconds(), command.at()));
        }
    }

    void refuse(RefuseCall command) {
        if (call.stage == Stage.REQUESTED) {
            facts.accept(new CallRefused(call.id, call.parties, command.reason(), command.at()));
        }
    }

    void accept(AcceptCall command) throws Refused {
        refuseUnlessAnswerable(command.by());
        facts.accept(new CallAccepted(call.id, call.parties, command.at()));
    }

    void decline(DeclineCall command) throws Refused {
        refuseUnlessAnswerable(command.by());
        new Ending(call, facts).end(EndReason.DECLINED, command.at());
    }

    private static void refuseToCallOneself(Parties wanted) throws Refused {
        if (wanted.memberId().equals(wanted.listenerId().accountId())) {
            throw CallRefusal.CALLING_ONESELF.of("nobody can call themselves");
        }
    }

    private void refuseUnlessAnswerable(AccountId by) throws Refused {
        call.refuseUnlessInCall(by);
        if (call.parties.sideOf(by) != Side.LISTENER) {
            throw CallRefusal.ONLY_CALLEE_MAY_ANSWER.of("only the one who is called may answer %s", call.id);
        }
        if (call.stage != Stage.RINGING) {
            throw CallRefusal.CALL_NOT_RINGING.of("%s does not ring", call.id);
        }
    }
}
