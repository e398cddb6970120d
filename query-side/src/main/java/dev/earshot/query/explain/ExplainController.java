package dev.earshot.query.explain;

import dev.earshot.api.id.CallId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.web.Caller;
import dev.earshot.query.audit.Links;
import dev.earshot.query.call.CallReader;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Explains charges to those who may see the call. */
@RestController
class ExplainController {
    private final CallReader calls;
    private final ExplainRows rows;
    private final PriceRows prices;
    private final Links links;

    ExplainController(CallReader calls, ExplainRows rows, PriceRows prices, Links links) {
        this.calls = calls;
        this.rows = rows;
        this.prices = prices;
        this.links = links;
    }

    /** Why a call cost what it cost, fact by fact. */
    @Operation(summary = "Explain a charge step by step, each with its fact in the log")
    @GetMapping("/v1/calls/{callId}/explain")
    Explanation explain(Caller caller, @PathVariable CallId callId) throws Refused {
        var sight = calls.sightOf(caller, callId);
        List<Line> lines = withPrices(rows.of(callId));
        Map<Long, String> chained = links.at(lines.stream().map(Line::position).toList());
        return Explanation.of(callId.value(), lines, chained, new Reasons(rows::gracesBefore), sight);
    }

    private List<Line> withPrices(List<Line> lines) {
        return Stream.concat(
                        lines.stream()
                                .filter(line -> line.step() == Step.CONSENTED)
                                .flatMap(line -> prices.behind(line).stream()),
                        lines.stream())
                .toList();
    }
}
