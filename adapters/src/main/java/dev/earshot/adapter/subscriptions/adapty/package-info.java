/** Purchases in the app stores, as Adapty tells them. */
package dev.earshot.adapter.subscriptions.adapty;
