/** Providers' webhooks: verified, kept as they came, answered at once, and worked off afterwards. */
package dev.earshot.adapter.hook;
