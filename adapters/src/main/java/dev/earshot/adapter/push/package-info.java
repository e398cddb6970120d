/** What wakes people's devices. Providers are chosen by {@code push.provider}; without a choice it is the log. */
package dev.earshot.adapter.push;
