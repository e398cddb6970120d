/** The language of accounts. */
package dev.earshot.api.account;
