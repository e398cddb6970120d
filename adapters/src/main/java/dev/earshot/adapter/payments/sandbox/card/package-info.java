/** Cards without a payment provider: a card network in test mode, whose test cards decide the outcome. */
package dev.earshot.adapter.payments.sandbox.card;
