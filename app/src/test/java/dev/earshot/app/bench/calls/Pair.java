package dev.earshot.app.bench.calls;

import java.util.concurrent.CompletableFuture;

/** A member and a listener who call each other again and again, one call at a time. Both have their streams open. */
final class Pair {
    final String memberToken;
    final String listenerToken;
    final String listenerId;
    private final Arrivals arrivals;
    private volatile Life life;

    Pair(String memberToken, String listenerToken, String listenerId, Arrivals arrivals) {
        this.memberToken = memberToken;
        this.listenerToken = listenerToken;
        this.listenerId = listenerId;
        this.arrivals = arrivals;
    }

    /** Opens both streams; done when both have spoken. */
    CompletableFuture<Void> listen(Wire wire) {
        Ear member = new Ear(heard -> hear(heard, false));
        Ear listener = new Ear(heard -> hear(heard, true));
        wire.listen(memberToken, member);
        wire.listen(listenerToken, listener);
        return CompletableFuture.allOf(member.open(), listener.open());
    }

    void lives(Life newLife) {
        life = newLife;
    }

    private void hear(Ear.Heard heard, boolean byListener) {
        arrivals.note(heard);
        Life now = life;
        if (now != null && heard.position() > 0) {
            now.hear(heard, byListener);
        }
    }
}
