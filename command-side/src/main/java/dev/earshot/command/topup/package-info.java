/** Top-ups: money on its way into a wallet. */
package dev.earshot.command.topup;
