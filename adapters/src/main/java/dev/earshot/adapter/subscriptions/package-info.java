/** Where app stores' purchases and subscriptions are told. */
package dev.earshot.adapter.subscriptions;
