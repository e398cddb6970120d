package dev.earshot.app.lives;

import java.util.List;

/** A life to lead. */
public record Life(Prices prices, String currency, List<Step> steps) {
    @Override
    public String toString() {
        StringBuilder story = new StringBuilder("in " + currency + " at " + prices);
        for (Step step : steps) {
            story.append("\n    ").append(step);
        }
        return story.toString();
    }
}
