package dev.earshot.api.reconciliation;

/** So many breaks of a kind. */
public record BreakCount(BreakKind kind, long number) {}
