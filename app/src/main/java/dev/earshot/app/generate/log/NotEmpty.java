package dev.earshot.app.generate.log;

/** There are events already, with which made-up ones must never be mixed. */
public final class NotEmpty extends Exception {}
