package dev.earshot.platform.payments;

import dev.earshot.api.id.EarningsId;
import java.net.URI;

/** Where a provider lets listeners open the account they are paid to. One bean for each, where it is configured. */
public interface PayeeOnboarding {
    /** Whether the provider pays out by this method. */
    boolean mayPay(String method);

    /** Opens the listener's account for this method, or finds it again, and says where the listener goes on. */
    Onboarding begin(EarningsId earningsId, String method);

    /**
     * An account that is being opened.
     *
     * @param account the provider's name for it, the same for the same listener and method
     * @param link where the listener shows the provider who they are; good once, and for a short while
     */
    record Onboarding(String account, URI link) {}
}
