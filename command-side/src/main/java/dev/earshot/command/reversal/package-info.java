/** The arithmetic of payments that go back: one amount that refunds and disputes share, whatever was paid with it. */
package dev.earshot.command.reversal;
