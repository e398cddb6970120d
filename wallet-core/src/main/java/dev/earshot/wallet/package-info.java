/** What a wallet is and decides, without a framework. */
package dev.earshot.wallet;
