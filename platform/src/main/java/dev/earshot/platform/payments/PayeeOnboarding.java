package dev.earshot.platform.payments;

import dev.earshot.api.id.EarningsId;
import dev.earshot.api.refusal.Refused;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Where a provider lets listeners open the account they are paid to. One bean for each, where it is configured. */
public interface PayeeOnboarding {
    /** Whether the provider pays out by this method. */
    boolean mayPay(String method);

    /**
     * Opens the listener's account for this method, or finds it again, and says where the listener goes on. Refused where
     * the details cannot be right, and where the provider does not answer.
     *
     * @param details what the method takes besides, such as a bank account; for the provider alone, never kept here
     */
    Onboarding begin(EarningsId earningsId, String method, Map<String, String> details) throws Refused;

    /**
     * An account that is being opened.
     *
     * @param account the provider's name for it, the same for the same listener, method and details
     * @param link where the listener shows the provider who they are; good once, for a short while, and for whoever has
     *     it, so never kept. Empty where there is nothing to show
     */
    record Onboarding(String account, Optional<URI> link) {}
}
