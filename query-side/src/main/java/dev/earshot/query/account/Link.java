package dev.earshot.query.account;

/**
 * That one person has chosen another, or no longer does.
 *
 * @param from who has chosen
 * @param to who is chosen
 * @param stands whether it holds after the event at {@code position}
 */
record Link(String from, String to, boolean stands, long position) {}
