/** Where money comes from. One provider is chosen by {@code payments.provider}; without a choice it is the sandbox. */
package dev.earshot.adapter.payments;
