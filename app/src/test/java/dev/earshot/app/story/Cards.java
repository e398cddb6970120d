package dev.earshot.app.story;

import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Listener;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Talk;
import java.util.Map;

/** The words in which calls paid by card are told. */
final class Cards {
    private Cards() {}

    static Member cardholder(String method) {
        Member member = Market.memberWith(0);
        String card = member.saveCard(method);
        Market.eventually().until(() -> saved(member, card));
        return member;
    }

    static boolean saved(Member member, String card) {
        return member.person().get("/v1/cards/" + card).text("status").equals("SAVED");
    }

    /** A live listener with an account to be paid to. */
    static Listener payableListener(long ratePerMinute) {
        Listener listener = Market.liveListenerAt(ratePerMinute);
        listener.person()
                .post("/v1/me/payout-account", Map.of("method", "test_ok"))
                .ok();
        Market.eventually()
                .until(() -> listener.person()
                        .get("/v1/me/payout-account")
                        .at("verified")
                        .asBoolean());
        return listener;
    }

    static Talk ringing(Member member, Listener listener) {
        Talk talk = member.callByCard(listener);
        Market.is(talk, "RINGING");
        return talk;
    }

    static Talk connected(Member member, Listener listener) {
        Talk talk = ringing(member, listener);
        talk.accept().ok();
        Market.connect(talk);
        return talk;
    }

    static Talk talked(Member member, Listener listener, long seconds) {
        Talk talk = connected(member, listener);
        Market.after(talk, seconds);
        talk.endByMember().ok();
        return talk;
    }

    static Answer cardIs(Talk talk, int authorization, String status) {
        return Market.eventually()
                .until(
                        talk::state,
                        call -> call.text("card." + authorization + ".status").equals(status));
    }
}
