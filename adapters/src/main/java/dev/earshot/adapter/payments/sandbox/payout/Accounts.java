package dev.earshot.adapter.payments.sandbox.payout;

import dev.earshot.adapter.payments.sandbox.WhenSandbox;
import dev.earshot.api.id.EarningsId;
import dev.earshot.platform.payments.PayeeOnboarding;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The accounts that listeners have at the banks. Their names tell the method, so that nothing needs to be kept of them. */
@Component
@WhenSandbox
class Accounts implements PayeeOnboarding {
    private static final String PREFIX = "sbx_";
    private static final String ONBOARDING = "https://sandbox.invalid/onboarding/";

    @Override
    public boolean mayPay(String method) {
        return PayoutMethod.of(method).isPresent();
    }

    @Override
    public Onboarding begin(EarningsId earningsId, String method, Map<String, String> details) {
        String account = PREFIX + method + "-" + earningsId.suffix();
        return new Onboarding(account, Optional.of(URI.create(ONBOARDING + account)));
    }

    static PayoutMethod methodOf(String account) {
        return PayoutMethod.of(account.substring(PREFIX.length(), account.indexOf('-')))
                .orElseThrow();
    }
}
