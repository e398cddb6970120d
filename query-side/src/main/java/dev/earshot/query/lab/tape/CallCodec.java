package dev.earshot.query.lab.tape;

import dev.earshot.api.call.EndReason;
import dev.earshot.api.call.RefuseReason;
import dev.earshot.api.id.CallId;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Unit;
import dev.earshot.api.wallet.HoldDecline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Calls as bytes. Moments are told by their distance to the request, so most numbers take one or two bytes. Constants are
 * told by their place in their enum: constants are only ever added at the end, and the tape is rebuilt at will.
 */
final class CallCodec {
    private static final int PLACED = 1;
    private static final int CONNECTED = 2;
    private static final int OVER = 4;
    private static final int SETTLED = 8;
    private static final int NO = -1;

    private CallCodec() {}

    static byte[] pack(TapedCall call) {
        Packer to = new Packer();
        to.one(Body.CALL);
        to.one((call.placing().isPresent() ? PLACED : 0)
                | (call.connectedAt().isPresent() ? CONNECTED : 0)
                | (call.ending().isPresent() ? OVER : 0)
                | (call.settled().isPresent() ? SETTLED : 0));
        to.text(call.callId().suffix()).number(call.listener()).number(call.terms());
        Moment from = call.requested();
        to.instant(from.at(), Instant.EPOCH);
        call.placing().ifPresent(placing -> pack(placing, from, to));
        to.number(call.asks().size());
        for (Ask ask : call.asks()) {
            pack(ask.moment(), from, to);
            to.number(ask.before()).number(ask.after() - ask.before()).number(ask.wanted());
        }
        call.connectedAt().ifPresent(at -> to.instant(at, from.at()));
        call.ending().ifPresent(ending -> pack(ending, from, to));
        call.settled().ifPresent(settled -> pack(settled, from, to));
        return to.packed();
    }

    /** When it was requested. */
    static Instant requestedAt(byte[] body) {
        Unpacker of = new Unpacker(body);
        of.one();
        of.one();
        of.skipText();
        of.number();
        of.number();
        return of.instant(Instant.EPOCH);
    }

    /** @param position where its request stands in the log */
    static TapedCall unpack(byte[] body, long position) {
        Unpacker of = new Unpacker(body);
        of.one();
        int parts = of.one();
        CallId callId = new CallId(CallId.PREFIX + of.text());
        long listener = of.number();
        long terms = of.number();
        Moment from = new Moment(of.instant(Instant.EPOCH), position);
        Optional<Placing> placing = (parts & PLACED) == 0 ? Optional.empty() : Optional.of(placing(of, from));
        int count = of.count();
        List<Ask> asks = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            asks.add(ask(of, from));
        }
        Optional<Instant> connected = (parts & CONNECTED) == 0 ? Optional.empty() : Optional.of(of.instant(from.at()));
        Optional<Ending> ending = (parts & OVER) == 0 ? Optional.empty() : Optional.of(ending(of, from));
        Optional<Settled> settled = (parts & SETTLED) == 0 ? Optional.empty() : Optional.of(settled(of, from));
        return new TapedCall(callId, listener, terms, from, placing, asks, connected, ending, settled);
    }

    private static void pack(Placing placing, Moment from, Packer to) {
        pack(placing.moment(), from, to);
        to.number(placing.declined().map(Enum::ordinal).orElse(NO));
        to.number(placing.granted()).number(placing.granted() - placing.funded());
    }

    private static Placing placing(Unpacker of, Moment from) {
        Moment moment = moment(of, from);
        int declined = of.count();
        long granted = of.number();
        return new Placing(moment, granted, granted - of.number(), constant(HoldDecline.values(), declined));
    }

    private static Ask ask(Unpacker of, Moment from) {
        Moment moment = moment(of, from);
        long before = of.number();
        return new Ask(moment, before, before + of.number(), of.number());
    }

    private static void pack(Ending ending, Moment from, Packer to) {
        to.instant(ending.at(), from.at());
        to.number(ending.ended().map(Enum::ordinal).orElse(NO));
        to.number(ending.refused().map(Enum::ordinal).orElse(NO));
    }

    private static Ending ending(Unpacker of, Moment from) {
        return new Ending(
                of.instant(from.at()),
                constant(EndReason.values(), of.count()),
                constant(RefuseReason.values(), of.count()));
    }

    private static void pack(Settled settled, Moment from, Packer to) {
        pack(settled.moment(), from, to);
        to.number(settled.talked()).number(settled.charges().size());
        for (Charge charge : settled.charges()) {
            to.number(charge.pocket().ordinal())
                    .text(charge.lot())
                    .number(charge.unit().ordinal());
            to.number(charge.seconds())
                    .number(charge.charged())
                    .number(charge.earned())
                    .number(charge.fee());
        }
    }

    private static Settled settled(Unpacker of, Moment from) {
        Moment moment = moment(of, from);
        long talked = of.number();
        int count = of.count();
        List<Charge> charges = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            charges.add(new Charge(
                    Pocket.values()[of.count()],
                    of.text(),
                    Unit.values()[of.count()],
                    of.number(),
                    of.number(),
                    of.number(),
                    of.number()));
        }
        return new Settled(moment, talked, charges);
    }

    private static void pack(Moment moment, Moment from, Packer to) {
        to.instant(moment.at(), from.at()).number(moment.position() - from.position());
    }

    private static Moment moment(Unpacker of, Moment from) {
        return new Moment(of.instant(from.at()), from.position() + of.number());
    }

    private static <E> Optional<E> constant(E[] constants, int ordinal) {
        return ordinal == NO ? Optional.empty() : Optional.of(constants[ordinal]);
    }
}
