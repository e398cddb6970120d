/** Earnings: what listeners have earned by their calls. */
package dev.earshot.command.earnings;
