/** Top-ups: money, or packs bought with it, on the way into a wallet. */
package dev.earshot.command.topup;
