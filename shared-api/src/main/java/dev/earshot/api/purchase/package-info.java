/** The language of purchases that were made outside and look for their account. */
package dev.earshot.api.purchase;
