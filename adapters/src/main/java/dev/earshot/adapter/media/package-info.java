/** Where the two of a call meet. One provider is chosen by {@code media.provider}; without a choice it is the loopback. */
package dev.earshot.adapter.media;
