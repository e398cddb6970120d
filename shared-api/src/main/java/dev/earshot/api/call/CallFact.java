package dev.earshot.api.call;

import dev.earshot.api.id.CallId;

/** Something that has happened and concerns one call, whichever aggregate it happened to. */
public interface CallFact {
    /** The call it concerns. */
    CallId callId();
}
