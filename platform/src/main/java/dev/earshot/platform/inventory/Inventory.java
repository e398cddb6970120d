package dev.earshot.platform.inventory;

import java.util.List;

/** The tables of one module, each with what it holds on people. A table that nobody names fails a test. */
public record Inventory(List<Holding> holdings) {
    /** These tables. */
    public static Inventory of(Holding... holdings) {
        return new Inventory(List.of(holdings));
    }
}
