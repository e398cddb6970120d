/** How refunds and disputes are shown, whatever was paid with what goes back. */
package dev.earshot.query.reversal;
