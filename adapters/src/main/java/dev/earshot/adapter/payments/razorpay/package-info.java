/** Top-ups through Razorpay, in rupees, and what its webhooks tell. */
package dev.earshot.adapter.payments.razorpay;
