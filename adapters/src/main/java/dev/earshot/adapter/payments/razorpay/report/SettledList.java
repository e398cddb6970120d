package dev.earshot.adapter.payments.razorpay.report;

import dev.earshot.adapter.payments.razorpay.Answer;
import dev.earshot.adapter.payments.razorpay.RazorpayHttp;
import dev.earshot.adapter.payments.razorpay.WhenRazorpay;
import dev.earshot.adapter.payments.razorpay.report.SettledLines.Told;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.report.ReportLines;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Razorpay's list of what was settled on a day. */
@Component
@WhenRazorpay
class SettledList {
    private static final int PAGE = 100;

    private final RazorpayHttp razorpay;

    SettledList(RazorpayHttp razorpay) {
        this.razorpay = razorpay;
    }

    /** Tells all lines of a day. Fails if Razorpay does not list them. */
    void of(LocalDate day, ReportLines lines) throws Refused {
        int listed = PAGE;
        for (int skip = 0; listed == PAGE; skip += PAGE) {
            JsonNode items = page(day, skip);
            listed = items.size();
            for (JsonNode item : items) {
                lines.next(SettledLines.line(told(item)));
            }
        }
    }

    private JsonNode page(LocalDate day, int skip) {
        Answer answer = razorpay.get(
                "/v1/settlements/recon/combined?year={year}&month={month}&day={day}&count={count}&skip={skip}",
                Integer.toString(day.getYear()),
                "%02d".formatted(day.getMonthValue()),
                "%02d".formatted(day.getDayOfMonth()),
                Integer.toString(PAGE),
                Integer.toString(skip));
        JsonNode items = answer.body().path("items");
        if (!answer.isGood() || !items.isArray()) { // Half an answer is no day on which nothing was settled.
            throw new IllegalStateException("Razorpay does not list what it has settled: " + answer.status());
        }
        return items;
    }

    private static Told told(JsonNode item) {
        return new Told(
                item.path("entity_id").asString(),
                item.path("type").asString(),
                item.path("payment_id").asString(""),
                item.path("dispute_id").asString(""),
                money(item, "credit"),
                money(item, "debit"),
                money(item, "amount"),
                money(item, "fee"),
                Instant.ofEpochSecond(item.path("created_at").longValue()));
    }

    private static Money money(JsonNode item, String what) {
        return Money.of(item.path(what).longValue(), item.path("currency").asString());
    }
}
