/** What was received from providers, where the books contradict each other, and what finance makes of it. */
package dev.earshot.command.reconciliation;
