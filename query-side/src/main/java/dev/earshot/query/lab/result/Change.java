package dev.earshot.query.lab.result;

/** What really was, and what the candidate would have come to. */
public record Change(Figures baseline, Figures candidate) {}
