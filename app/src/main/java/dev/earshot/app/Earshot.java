package dev.earshot.app;

import org.springframework.boot.SpringApplication;

/** Starts Earshot. */
public final class Earshot {
    private Earshot() {}

    public static void main(String[] args) {
        SpringApplication.run(AllInOne.class, args);
    }
}
