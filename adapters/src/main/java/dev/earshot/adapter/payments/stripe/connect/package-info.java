/** Payouts through Stripe Connect: listeners' accounts at Stripe, transfers to them, and what its hooks tell of both. */
package dev.earshot.adapter.payments.stripe.connect;
