package dev.earshot.api.membership;

/**
 * The answer to {@link MembershipCommand.AskMembership}.
 *
 * @param live whether a membership allows anything now
 * @param overflow whether its tier lets cash pay beyond the allowance
 */
public record MembershipHeld(boolean live, boolean overflow) {}
