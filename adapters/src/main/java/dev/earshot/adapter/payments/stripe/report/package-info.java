/** Stripe's balance, as it reports and as it lists it. */
package dev.earshot.adapter.payments.stripe.report;
