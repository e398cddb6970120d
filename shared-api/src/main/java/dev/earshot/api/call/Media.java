package dev.earshot.api.call;

/** How the two talk. */
public enum Media {
    VOICE,
    VIDEO,
    TEXT
}
