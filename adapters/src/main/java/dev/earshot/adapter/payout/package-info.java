/** Money on its way to listeners, and the accounts it goes to, whichever provider carries it. */
package dev.earshot.adapter.payout;
