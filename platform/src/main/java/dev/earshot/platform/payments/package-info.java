/** What payment providers offer to those who take requests to pay. */
package dev.earshot.platform.payments;
