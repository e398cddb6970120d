package dev.earshot.adapter.payments.stripe.report;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.param.BalanceTransactionListParams;
import dev.earshot.adapter.payments.stripe.WhenStripe;
import java.time.Instant;
import java.util.ArrayList;
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

    /** The newest of that time. */
    List<JsonNode> first(Instant from, Instant until) {
        return page(params(from, until));
    }

    /** Those that follow on a page; empty after the last. */
    List<JsonNode> after(Instant from, Instant until, List<JsonNode> page) {
        String last = page.get(page.size() - 1).path("id").asString();
        return page(params(from, until).setStartingAfter(last));
    }

    private List<JsonNode> page(BalanceTransactionListParams.Builder params) {
        try {
            String answer = stripe.v1()
                    .balanceTransactions()
                    .list(params.build())
                    .getLastResponse()
                    .body();
            List<JsonNode> transactions = new ArrayList<>();
            JSON.readTree(answer).path("data").forEach(transactions::add);
            return transactions;
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
