/** Payouts through RazorpayX, in rupees: listeners' fund accounts, payouts to them, and what its hooks tell. */
package dev.earshot.adapter.payments.razorpay.payout;
