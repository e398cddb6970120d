/** Payouts without a payout provider: banks in test mode, whose test methods decide the outcome. */
package dev.earshot.adapter.payments.sandbox.payout;
