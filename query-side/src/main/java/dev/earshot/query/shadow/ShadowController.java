package dev.earshot.query.shadow;

import dev.earshot.api.refusal.Refused;
import dev.earshot.api.shadow.ShadowRefusal;
import dev.earshot.query.fold.CatchUp;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The shadow plans and their figures. */
@RestController
@RequestMapping("/v1/admin/shadow-plans")
@PreAuthorize("hasAnyRole('ADMIN', 'FINANCE')")
class ShadowController {
    private final ShadowRows rows;
    private final CatchUp catchUp;

    ShadowController(ShadowRows rows, CatchUp catchUp) {
        this.rows = rows;
        this.catchUp = catchUp;
    }

    @Operation(
            operationId = "shadowPlans",
            summary = "List the shadow plans and what they would have come to by now",
            description =
                    "Each call is priced second by second from the pockets that really paid; whether the means would"
                            + " have lasted, a simulation tells.")
    @GetMapping
    ShadowsReply plans() {
        return new ShadowsReply(rows.plans().stream().map(this::reply).toList());
    }

    @Operation(operationId = "shadowPlan", summary = "Tell what a shadow plan would have come to by now")
    @GetMapping("/{name}")
    ShadowReply plan(@Parameter(example = "lower-fee") @PathVariable String name) throws Refused {
        return catchUp.find(
                        "shadow-view",
                        () -> rows.plans().stream()
                                .filter(plan -> plan.candidate().name().equals(name))
                                .findFirst())
                .map(this::reply)
                .orElseThrow(() -> ShadowRefusal.SHADOW_PLAN_UNKNOWN.of("there is no shadow plan %s", name));
    }

    private ShadowReply reply(Plan plan) {
        return ShadowReply.of(plan, rows.totals(plan.candidate().name()));
    }

    @Schema(name = "ShadowPlans")
    record ShadowsReply(List<ShadowReply> items) {}
}
