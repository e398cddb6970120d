package dev.earshot.query.listener;

/** Whether a listener can be called now. */
enum ListenerStatus {
    LIVE,
    BUSY,
    OFFLINE
}
