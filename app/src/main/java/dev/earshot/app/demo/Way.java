package dev.earshot.app.demo;

import dev.earshot.app.client.Listener;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Talk;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * One way to pay for a call.
 *
 * @param title what it is called, for the audience
 * @param version the monetization version of the member's account
 * @param name who goes this way
 * @param buys what they do before, with the sandbox's test methods
 * @param calls how they call
 */
record Way(
        String title, String version, String name, Consumer<Member> buys, BiFunction<Member, Listener, Talk> calls) {}
