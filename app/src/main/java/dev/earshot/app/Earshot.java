package dev.earshot.app;

/** Starts the platform. */
public final class Earshot {
    private Earshot() {}

    public static void main(String[] args) {}
}
