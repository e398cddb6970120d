package dev.earshot.adapter.payments.sandbox.books;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the sandbox's network writes into its books.
 *
 * @param feeBasisPoints what it keeps of a payment, rounded down
 */
@Validated
@ConfigurationProperties("payments.sandbox.books")
record BooksSettings(@DefaultValue("0") @Min(0) @Max(10_000) int feeBasisPoints) {}
