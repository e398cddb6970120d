/** Our own refunds on their way to the provider, worked off until each is decided. */
package dev.earshot.adapter.refund;
