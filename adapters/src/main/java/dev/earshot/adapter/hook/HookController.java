package dev.earshot.adapter.hook;

import dev.earshot.api.refusal.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The door for providers. An event is kept before it is acknowledged, and nothing else is done while they wait. */
@RestController
class HookController {
    private final Map<String, HookProvider> providers;
    private final HookInbox inbox;
    private final Clock clock;

    HookController(ObjectProvider<HookProvider> providers, HookInbox inbox, Clock clock) {
        this.providers = providers.stream().collect(Collectors.toMap(HookProvider::name, Function.identity()));
        this.inbox = inbox;
        this.clock = clock;
    }

    @PostMapping("/hooks/{provider}")
    @SecurityRequirements
    @Operation(
            summary = "Tell what happened at a payment provider",
            description =
                    "For providers, who sign the body. An event told again is acknowledged and not processed again.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    Map<String, String> receive(
            @Parameter(example = "sandbox") @PathVariable String provider,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
            HttpServletRequest request)
            throws Refused, IOException {
        HookProvider sender = providers.get(provider);
        if (sender == null) {
            throw HookRefusal.HOOK_UNKNOWN.of("no provider of this name is configured here");
        }
        // Whatever the content is said to be: what counts is the bytes, and whether they are signed.
        byte[] raw = request.getInputStream().readAllBytes();
        Arrival arrival = sender.verify(headers, raw);
        if (!arrival.isCheck()) {
            inbox.keep(provider, arrival.keepable(raw), raw, clock.instant());
        }
        return arrival.reply();
    }
}
