package dev.earshot.query.lab;

import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.pricing.Terms;
import dev.earshot.api.simulation.Candidate;
import java.time.Instant;

/** Under what the seeded lives are lived: as it was, and as it would have been. */
final class Worlds {
    static final PriceList IN_FORCE = new PriceList(1500, new Grace(60, 1), 10);
    static final long LEAST = 60;

    private Worlds() {}

    /** As it was. */
    record Real(SeededLife life) implements NaiveLife.World {
        @Override
        public Terms terms(Wish.Call call) {
            return IN_FORCE.termsFor(life.plan, call.rate());
        }

        @Override
        public long least(Wish.Call call) {
            return LEAST;
        }

        @Override
        public long longest(Wish.Call call) {
            return Long.MAX_VALUE;
        }

        @Override
        public boolean talks(Wish.Call call) {
            return true;
        }
    }

    /** As it would have been: nobody talks longer than they did. */
    record Other(SeededLife life, Candidate candidate, NaiveLife was) implements NaiveLife.World {
        @Override
        public Terms terms(Wish.Call call) {
            return candidate.termsOf(call.listener(), IN_FORCE.termsFor(life.plan, call.rate()));
        }

        @Override
        public long least(Wish.Call call) {
            return candidate.leastSeconds();
        }

        @Override
        public long longest(Wish.Call call) {
            return was.calls().get(call.callId()).talked;
        }

        @Override
        public boolean talks(Wish.Call call) {
            return was.calls().get(call.callId()).placed;
        }
    }

    /** The same with the member's cash behind the plan's own means, wherever a move would leave it idle. */
    record CashBehind(Other other) implements NaiveLife.World {
        @Override
        public Terms terms(Wish.Call call) {
            Terms terms = other.terms(call);
            boolean isMoved = terms.plan() != other.life().plan.version();
            return isMoved && !terms.burns(Pocket.CASH) ? terms.then(IN_FORCE.burns(Pocket.CASH, call.rate())) : terms;
        }

        @Override
        public long least(Wish.Call call) {
            return other.least(call);
        }

        @Override
        public long longest(Wish.Call call) {
            return other.longest(call);
        }

        @Override
        public boolean talks(Wish.Call call) {
            return other.talks(call);
        }
    }

    /** As it was until a moment, and as it would have been for calls that are asked for from then on. */
    record Since(Instant from, Real real, Other other) implements NaiveLife.World {
        @Override
        public Terms terms(Wish.Call call) {
            return of(call).terms(call);
        }

        @Override
        public long least(Wish.Call call) {
            return of(call).least(call);
        }

        @Override
        public long longest(Wish.Call call) {
            return of(call).longest(call);
        }

        @Override
        public boolean talks(Wish.Call call) {
            return of(call).talks(call);
        }

        private NaiveLife.World of(Wish.Call call) {
            return call.at().isBefore(from) ? real : other;
        }
    }
}
