/** Rooms, tickets and joins without a media server: whoever shows a valid ticket counts as being in the room. */
package dev.earshot.adapter.media.loopback;
