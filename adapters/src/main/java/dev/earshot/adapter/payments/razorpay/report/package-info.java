/** What Razorpay has settled, as it reports and as it lists it. */
package dev.earshot.adapter.payments.razorpay.report;
