package dev.earshot.query.news;

/**
 * A fact ready to be sent.
 *
 * @param position where the log has it; clients give it back as {@code Last-Event-ID}
 * @param kind which kind of news
 * @param data one line of JSON
 */
public record Fact(long position, Kind kind, String data) {}
