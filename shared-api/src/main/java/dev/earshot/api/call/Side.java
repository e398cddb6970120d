package dev.earshot.api.call;

/** Which of the two participants. */
public enum Side {
    MEMBER,
    LISTENER
}
