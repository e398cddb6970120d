package dev.earshot.query.news;

/** The kinds of facts a stream tells, and their names as server-sent events. */
public enum Kind {
    CALL("call"),
    WALLET("wallet"),
    TOP_UP("top-up"),
    PRESENCE("presence"),
    EARNINGS("earnings"),
    PAYOUT("payout"),
    AUTO_TOP_UP("auto-top-up"),
    CARD("card"),
    MEMBERSHIP("membership"),
    SIMULATION("simulation");

    private final String eventName;

    Kind(String eventName) {
        this.eventName = eventName;
    }

    /** The name of such an event on the stream. */
    public String eventName() {
        return eventName;
    }
}
