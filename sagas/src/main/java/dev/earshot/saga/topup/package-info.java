/** Paid top-ups find their wallet. */
package dev.earshot.saga.topup;
