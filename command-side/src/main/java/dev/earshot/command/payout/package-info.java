/** What listeners ask about being paid out; their earnings decide. */
package dev.earshot.command.payout;
