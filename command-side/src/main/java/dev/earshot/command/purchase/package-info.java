/** Purchases that were made outside, and how they find their account. */
package dev.earshot.command.purchase;
