package dev.earshot.query.lab.tape;

/** A fact that is to be folded into the tape, and where it stands in the log. */
record Note(long position, Object fact) {}
