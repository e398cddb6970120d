/** The language of wallets and holds. */
package dev.earshot.api.wallet;
