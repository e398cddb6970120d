/** Purchases that have found their account find its wallet. */
package dev.earshot.saga.purchase;
