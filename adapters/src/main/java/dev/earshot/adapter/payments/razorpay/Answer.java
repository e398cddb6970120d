package dev.earshot.adapter.payments.razorpay;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * What Razorpay answered.
 *
 * @param status of HTTP; 0 if nothing came back
 * @param body missing if it is no JSON
 * @param retryAfter how long it wants to be left in peace
 */
public record Answer(int status, JsonNode body, Duration retryAfter) {
    /** Razorpay has done it. */
    public boolean isGood() {
        return status / 100 == 2 && body.isObject();
    }

    /** Razorpay has understood the request and will not do it. */
    public boolean isRefusal() {
        return status == 400 && body.path("error").isObject();
    }

    /** For the log. */
    public String reason() {
        return status + " " + body.path("error").path("description").asString("");
    }
}
