/** The language of money coming in. */
package dev.earshot.api.topup;
