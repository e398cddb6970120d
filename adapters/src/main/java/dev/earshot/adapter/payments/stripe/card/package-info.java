/** Cards for calls through Stripe: saving them, holding amounts on them for listeners' accounts, taking and letting go. */
package dev.earshot.adapter.payments.stripe.card;
