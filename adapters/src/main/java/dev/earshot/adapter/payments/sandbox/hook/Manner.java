package dev.earshot.adapter.payments.sandbox.hook;

/** How the network tells an event. */
public enum Manner {
    /** Once, as soon as it has happened, unless the settings say otherwise. */
    AT_ONCE,
    /** Once, and some time later, so that what happened afterwards is told before it. */
    LATE,
    /** The same event two times. */
    TWICE,
    /** Not at all: it is only in the list of events that the network can be asked for. */
    LOST
}
