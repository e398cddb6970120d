package dev.earshot.app.lives.paper;

/** Some seconds of a call, one after the other, paid in one way from one lot. */
final class Stretch {
    final Way way;
    final Lot lot;
    long seconds;

    Stretch(Way way, Lot lot) {
        this.way = way;
        this.lot = lot;
    }

    long cost() {
        return way.cost(seconds);
    }
}
