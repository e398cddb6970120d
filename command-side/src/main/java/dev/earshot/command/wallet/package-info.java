/** Wallets: what a member has, and what is set aside for running calls. */
package dev.earshot.command.wallet;
