/** What is due to listeners on its day: earnings that ripen, and payouts on schedule. */
package dev.earshot.saga.earnings;
