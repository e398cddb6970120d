package dev.earshot.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.id.AccountId;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntentTest {
    private static final AccountId ANN = new AccountId("acc_ann");

    @Test
    void the_same_wish_repeated_is_the_same_intent() {
        assertThat(Intent.of(ANN, "POST", "/v1/calls", "k1")).isEqualTo(Intent.of(ANN, "POST", "/v1/calls", "k1"));
    }

    @Test
    void anything_else_is_another_intent() {
        var intents = List.of(
                Intent.of(ANN, "POST", "/v1/calls", "k1"),
                Intent.of(ANN, "POST", "/v1/calls", "k2"),
                Intent.of(ANN, "PUT", "/v1/calls", "k1"),
                Intent.of(ANN, "POST", "/v1/wallet/top-ups", "k1"),
                Intent.of(new AccountId("acc_tom"), "POST", "/v1/calls", "k1"));

        assertThat(intents).doesNotHaveDuplicates();
        assertThat(intents).allSatisfy(intent -> assertThat(intent.suffix()).matches("[0-9A-Za-z]{1,40}"));
    }
}
