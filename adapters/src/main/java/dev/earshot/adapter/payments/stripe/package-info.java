/** Top-ups through Stripe, and what its webhooks tell. */
package dev.earshot.adapter.payments.stripe;
