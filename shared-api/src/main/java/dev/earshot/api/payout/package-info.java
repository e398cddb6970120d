/** The language of money going out: the account it goes to, and every attempt to send it. */
package dev.earshot.api.payout;
