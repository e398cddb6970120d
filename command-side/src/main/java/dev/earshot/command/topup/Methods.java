package dev.earshot.command.topup;

import dev.earshot.api.refusal.Refused;
import dev.earshot.api.topup.TopUpRefusal;
import dev.earshot.platform.payments.PaymentMethods;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The methods one can pay with. Where no provider runs in this process, whoever runs one decides later. */
@Component
public class Methods {
    private final List<PaymentMethods> providers;

    Methods(ObjectProvider<PaymentMethods> providers) {
        this.providers = providers.stream().toList();
    }

    /** Says at once that nobody takes this method, if that can be known at once. */
    public void refuseUnlessTaken(String method) throws Refused {
        if (!providers.isEmpty() && providers.stream().noneMatch(provider -> provider.mayTake(method))) {
            throw TopUpRefusal.PAYMENT_METHOD_UNKNOWN.at("method", "must be a payment method that is taken here");
        }
    }
}
