package dev.earshot.adapter.payments.stripe.report;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.param.BalanceTransactionListParams;
import dev.earshot.adapter.payments.stripe.WhenStripe;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stripe's list of balance transactions, page by page, each with what it is about. */
@Component
@WhenStripe
class BalanceList {
    private static final long PAGE = 100;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final StripeClient stripe;

    BalanceList(StripeClient stripe) {
        this.stripe = stripe;
    }

    /** Some of what happened in that time, the newest first, and whether there is more of it. */
    record Page(List<JsonNode> transactions, boolean more) {
        private String last() {
            return transactions.get(transactions.size() - 1).path("id").asString();
        }
    }

    /** The newest of that time. */
    Page first(Instant from, Instant until) {
        return page(params(from, until));
    }

    /** Those that follow on a page which says that there are more. */
    Page after(Instant from, Instant until, Page page) {
        return page(params(from, until).setStartingAfter(page.last()));
    }

    private Page page(BalanceTransactionListParams.Builder params) {
        try {
            String answer = stripe.v1()
                    .balanceTransactions()
                    .list(params.build())
                    .getLastResponse()
                    .body();
            JsonNode page = JSON.readTree(answer);
            List<JsonNode> transactions = page.path("data").valueStream().toList();
            return new Page(transactions, page.path("has_more").asBoolean() && !transactions.isEmpty());
        } catch (StripeException failure) {
            throw new IllegalStateException("Stripe does not list its balance: " + failure.getMessage(), failure);
        }
    }

    private static BalanceTransactionListParams.Builder params(Instant from, Instant until) {
        return BalanceTransactionListParams.builder()
                .setLimit(PAGE)
                .setCreated(BalanceTransactionListParams.Created.builder()
                        .setGte(from.getEpochSecond())
                        .setLte(until.getEpochSecond())
                        .build())
                .addExpand("data.source");
    }
}
