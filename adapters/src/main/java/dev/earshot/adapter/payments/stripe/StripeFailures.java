package dev.earshot.adapter.payments.stripe;

import com.stripe.exception.StripeException;
import java.time.Duration;
import java.util.Optional;

/** What Stripe's failures mean for whoever asked. */
public final class StripeFailures {
    private static final Duration LONGEST_PEACE = Duration.ofHours(1);

    private StripeFailures() {}

    /** Whether Stripe has understood and will not do it. Whatever else goes wrong leaves open whether money has moved. */
    public static boolean isClearNo(StripeException failure) {
        int status = status(failure);
        boolean refused = status == 400 && !"idempotency_key_in_use".equals(failure.getCode()) && !isOurFault(failure);
        return status == 402 || refused || status == 404;
    }

    /** How long Stripe wants to be left in peace. */
    public static Duration retryAfter(StripeException failure) {
        try {
            return Optional.ofNullable(failure.getStripeError())
                    .map(error -> error.getLastResponse())
                    .flatMap(response -> response.headers().firstValue("Retry-After"))
                    .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                    .filter(wait -> !wait.isNegative() && wait.compareTo(LONGEST_PEACE) < 0)
                    .orElse(Duration.ZERO);
        } catch (NumberFormatException aDate) {
            return Duration.ZERO;
        }
    }

    /** For the log. */
    public static String reason(StripeException failure) {
        return status(failure) + " " + failure.getMessage();
    }

    private static int status(StripeException failure) {
        return Optional.ofNullable(failure.getStatusCode()).orElse(0);
    }

    /** The same key with other parameters: a bug of ours, and no answer to whether money has moved. */
    private static boolean isOurFault(StripeException failure) {
        return failure.getStripeError() != null
                && "idempotency_error".equals(failure.getStripeError().getType());
    }
}
