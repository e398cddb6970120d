package dev.earshot.saga.meter.running;

import dev.earshot.api.meter.Draw;
import dev.earshot.api.meter.MeterEvent.GrantRunningLow;
import dev.earshot.api.meter.MeterEvent.SecondsDrawn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All there is to tell of one segment at one moment. */
public final class Tick {
    private final int segment;
    private final Instant at;
    private final int partSize;
    private final long lowAtSeconds;
    private final List<Object> events = new ArrayList<>();
    private final List<UsedUp> usedUp = new ArrayList<>();
    private List<Draw> part = List.of();
    private int draws;

    /**
     * Nothing to tell yet.
     *
     * @param at the tick, to the second
     * @param partSize the most draws one event tells
     * @param lowAtSeconds remaining seconds at which a grant is low
     */
    public Tick(int segment, Instant at, int partSize, long lowAtSeconds) {
        this.segment = segment;
        this.at = at;
        this.partSize = partSize;
        this.lowAtSeconds = lowAtSeconds;
    }

    Instant at() {
        return at;
    }

    long lowAtSeconds() {
        return lowAtSeconds;
    }

    void add(Draw draw) {
        if (draws % partSize == 0) {
            part = new ArrayList<>(partSize);
            events.add(new SecondsDrawn(segment, at, part));
        }
        part.add(draw);
        draws++;
    }

    void add(GrantRunningLow low) {
        events.add(low);
    }

    void add(UsedUp call) {
        usedUp.add(call);
    }

    /** What is to be published, all of it or nothing. */
    public List<Object> events() {
        return events;
    }

    /** The calls that have come to the end of their grant. */
    public List<UsedUp> usedUp() {
        return usedUp;
    }

    /** How many draws are told. */
    public int draws() {
        return draws;
    }
}
