/** Accounts: who may do what, and whom they like to call. */
package dev.earshot.command.account;
