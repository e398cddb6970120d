package dev.earshot.adapter.payments.razorpay;

import dev.earshot.adapter.payments.OpenTopUp;
import dev.earshot.adapter.payments.OpenTopUps;
import dev.earshot.adapter.signature.TimedSignature;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.topup.TopUpRefusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes what the checkout gave to the member's client, so that nobody waits for the hook. */
@RestController
@WhenRazorpay
class CheckoutController {
    private final OpenTopUps topUps;
    private final byte[] secret;
    private final Clock clock;

    CheckoutController(OpenTopUps topUps, RazorpaySettings settings, Clock clock) {
        this.topUps = topUps;
        this.secret = settings.keySecret().getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
    }

    @PostMapping("/v1/wallet/top-ups/{topUpId}/checkout")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Tell that the checkout is done",
            description = "The signature proves it; the provider is then asked for the money at once.")
    void done(@PathVariable TopUpId topUpId, @Valid @RequestBody Form form) throws Refused {
        OpenTopUp topUp = topUps.find(topUpId)
                .filter(known -> !known.reference().isEmpty())
                .orElseThrow(() -> TopUpRefusal.TOP_UP_UNKNOWN.of("there is no order for a top-up %s", topUpId));
        String signed = topUp.reference() + "|" + form.paymentId();
        byte[] digest = TimedSignature.hmac(secret, signed.getBytes(StandardCharsets.UTF_8));
        if (!TimedSignature.matches(form.signature(), digest)) {
            throw CheckoutRefusal.CHECKOUT_SIGNATURE_INVALID.of("the signature is not right for this top-up");
        }
        topUps.askAgain(topUpId, topUp.reference(), clock.instant());
    }

    @Schema(name = "CheckoutForm", example = """
            {"paymentId": "pay_29QQoUBi66xm2f", "signature": "9ef4dffbfd84f1318f6739a3ce19f9d85851857ae648f114332d8401e0949a3d"}""")
    record Form(
            @NotBlank @Size(max = 100) String paymentId,
            @NotBlank @Size(max = 128) String signature) {}
}
