package dev.earshot.adapter.hook;

/**
 * A hook that is being worked off.
 *
 * @param attempts how often it has been tried, this time included
 */
record Hook(long id, String provider, byte[] body, int attempts) {}
