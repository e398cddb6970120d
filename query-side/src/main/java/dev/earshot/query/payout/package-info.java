/** Payouts: how far each has come, and the account they go to. */
package dev.earshot.query.payout;
