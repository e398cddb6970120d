package dev.earshot.api.payout;

/**
 * The answer to {@link PayoutCommand.AskPayee}.
 *
 * @param account the provider's name for the account; empty before one was opened
 * @param method how the provider pays into it, in the provider's words; empty before one was opened
 * @param verified whether the provider vouches for it
 * @param suspended whether the provider did and does not any more
 * @param frozen whether we pay nothing out for now
 */
public record PayeeHeld(String account, String method, boolean verified, boolean suspended, boolean frozen) {
    /** Whether money can reach the listener. What is frozen is withheld, but the account is good. */
    public boolean isPayable() {
        return verified && !frozen;
    }
}
