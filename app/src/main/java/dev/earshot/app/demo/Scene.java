package dev.earshot.app.demo;

import dev.earshot.app.client.Talk;
import java.util.function.Supplier;

/**
 * One call and the way it should end.
 *
 * @param title what happens, for the audience
 * @param ends the reason with which it must end, or be refused
 * @param play makes the call happen; comes back when nothing more is to be done for its end
 */
record Scene(String title, String ends, Supplier<Talk> play) {}
