package dev.earshot.query.stream;

import dev.earshot.api.id.AccountId;
import dev.earshot.query.fold.Positions;
import dev.earshot.query.news.Fact;
import dev.earshot.query.news.NewsRows;
import dev.earshot.query.news.Told;
import dev.earshot.query.stream.Recent.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Finds what a client missed, in what is stored and in what this node has told lately. */
@Component
class Resume {
    private static final String VIEW = "stream-view";

    private final NewsRows rows;
    private final Recent recent;
    private final Positions positions;
    private final JsonMapper json;
    private final int atMost;

    Resume(NewsRows rows, Recent recent, Positions positions, JsonMapper json, StreamSettings settings) {
        this.rows = rows;
        this.recent = recent;
        this.positions = positions;
        this.json = json;
        this.atMost = settings.resumeAtMost();
    }

    /** What a client hears that connects for the first time: only where it stands. */
    List<Frame> fromNowOn(AccountId account) {
        return List.of(Frame.hello(recent.after(account, Long.MAX_VALUE).head()));
    }

    /** What the client hears that has heard everything up to {@code position}; a reset when that cannot be told any more. */
    List<Frame> after(AccountId account, long position) {
        // Asked in this order, whatever is not stored yet is recent: the view moves on only towards what is here.
        long stored = positions.of(VIEW);
        var lately = recent.after(account, position);
        boolean needsStored = position < lately.coversFrom();
        if (needsStored && isLost(position, stored, lately)) {
            return List.of(Frame.reset(), Frame.hello(lately.head()));
        }
        List<Fact> missed = needsStored ? rows.after(account, position, atMost) : List.of();
        return missed.size() > atMost ? List.of(Frame.reset(), Frame.hello(lately.head())) : told(missed, lately);
    }

    Fact fact(long position, Told told) {
        return new Fact(position, told.kind(), json.writeValueAsString(told.body()));
    }

    String passing(Map<String, Object> figures) {
        return json.writeValueAsString(figures);
    }

    private boolean isLost(long position, long stored, Snapshot lately) {
        boolean gap = lately.head() > 0 && stored < lately.coversFrom();
        return gap || position < rows.swept();
    }

    private List<Frame> told(List<Fact> missed, Snapshot lately) {
        List<Frame> frames = new ArrayList<>();
        missed.forEach(fact -> frames.add(Frame.of(fact)));
        long last = missed.isEmpty() ? 0 : missed.get(missed.size() - 1).position();
        lately.facts().stream()
                .filter(entry -> entry.position() > last)
                .forEach(entry -> frames.add(Frame.of(fact(entry.position(), entry.told()))));
        frames.add(Frame.hello(Math.max(lately.head(), last)));
        return frames;
    }
}
