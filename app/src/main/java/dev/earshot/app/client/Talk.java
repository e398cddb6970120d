package dev.earshot.app.client;

import java.util.Map;

/** One call and the two who talk. */
public record Talk(String callId, Member member, Listener listener) {
    /** The call as its member sees it. */
    public Answer state() {
        return member.person().get(path("")).ok();
    }

    /** Where the call stands; empty as long as the views have not heard of it. */
    public String status() {
        Answer state = member.person().get(path(""));
        return state.status() == 200 ? state.text("status") : "";
    }

    public Answer accept() {
        return listener.person().post(path("/accept"), Map.of());
    }

    public Answer decline() {
        return listener.person().post(path("/decline"), Map.of());
    }

    /** The member ends it, by cancelling or by hanging up. */
    public Answer endByMember() {
        return member.person().post(path("/end"), Map.of());
    }

    public Answer endByListener() {
        return listener.person().post(path("/end"), Map.of());
    }

    public Answer beat(Person person) {
        return person.post(path("/heartbeat"), Map.of("connected", true, "quality", "GOOD"));
    }

    public String path(String rest) {
        return "/v1/calls/" + callId + rest;
    }
}
