/** Top-ups without a payment provider: a card network in test mode, whose test methods decide the outcome. */
package dev.earshot.adapter.payments.sandbox;
