package dev.earshot.app.hooks;

/**
 * Something the network tells.
 *
 * @param number names it in every world
 * @param topUp the number of the top-up it is about
 * @param what what is told of it
 * @param minor the amount
 */
record Told(int number, int topUp, What what, long minor) {
    /** What can be told, and what becomes of it in whatever order it is heard. */
    enum What {
        DECLINED("payment.declined", "PROCESSED"),
        PAID("payment.paid", "PROCESSED"),
        /** The money that came is not what was asked for. */
        PAID_ANOTHER_AMOUNT("payment.paid", "DEAD"),
        PAID_FOR_NOBODY("payment.paid", "UNROUTED"),
        OF_NO_CONCERN("payment.thought-about", "IGNORED");

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
        String subject = what == What.PAID_FOR_NOBODY ? "top_nobody" + world + number : "top_" + world + topUp;
        return """
                {"id":"%s","type":"%s","payment":"sbx_%s%d","subject":"%s","amount":{"minor":%d,"currency":"USD"},\
                "reason":"CARD_DECLINED","at":"2026-01-01T10:00:00Z"}""".formatted(eventId(world), what.type, world, topUp, subject, amount);
    }
}
