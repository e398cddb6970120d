package dev.earshot.app.hooks;

import java.time.Instant;

/**
 * Something the network tells.
 *
 * @param number names it in every world
 * @param topUp the number of the top-up it is about
 * @param what what is told of it
 * @param minor the amount
 * @param name what the network calls the refund or the dispute; else empty
 * @param second when it happened
 */
record Told(int number, int topUp, What what, long minor, String name, int second) {
    private static final Instant BEGINNING = Instant.parse("2026-01-01T10:00:00Z");

    /** What can be told, and what becomes of it in whatever order it is heard. */
    enum What {
        DECLINED("payment.declined", "PROCESSED"),
        PAID("payment.paid", "PROCESSED"),
        /** The money that came is not what was asked for. */
        PAID_ANOTHER_AMOUNT("payment.paid", "DEAD"),
        PAID_FOR_NOBODY("payment.paid", "UNROUTED"),
        OF_NO_CONCERN("payment.thought-about", "IGNORED"),
        REFUNDED("payment.refunded", "PROCESSED"),
        REFUND_FAILED("refund.failed", "PROCESSED"),
        DISPUTED("dispute.opened", "PROCESSED"),
        DISPUTE_WON("dispute.won", "PROCESSED"),
        DISPUTE_LOST("dispute.lost", "PROCESSED");

        private final String type;
        private final String becomes;

        What(String type, String becomes) {
            this.type = type;
            this.becomes = becomes;
        }

        String becomes() {
            return becomes;
        }
    }

    String eventId(String world) {
        return "sev_" + world + number;
    }

    /** Its hook in this world. */
    String body(String world) {
        return body(world, minor);
    }

    /** The same hook, changed on the way by somebody who has the secret. */
    String changedBody(String world) {
        return body(world, minor + 1);
    }

    private String body(String world, long amount) {
        return """
                {"id":"%s","type":"%s","payment":"%s","subject":"%s","refund":"%s","dispute":"%s",\
                "amount":{"minor":%d,"currency":"USD"},"reason":"CARD_DECLINED","at":"%s"}""".formatted(
                        eventId(world),
                        what.type,
                        payment(world, topUp),
                        subject(world),
                        name,
                        name,
                        amount,
                        BEGINNING.plusSeconds(second));
    }

    /** What the network calls the payment of this top-up. */
    static String payment(String world, int topUp) {
        return "sbx_" + world + topUp;
    }

    /** Of what goes back, networks often tell no more than the payment. */
    private String subject(String world) {
        if (what == What.PAID_FOR_NOBODY) {
            return "top_nobody" + world + number;
        }
        return !name.isEmpty() && number % 2 == 0 ? "" : "top_" + world + topUp;
    }
}
