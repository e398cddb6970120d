package dev.earshot.query.projection;

import dev.earshot.api.refusal.Refused;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The stored views, for those who run the platform. */
@RestController
@RequestMapping(ProjectionController.PATH)
@PreAuthorize("hasAnyRole('ADMIN', 'SUPERADMIN')")
class ProjectionController {
    static final String PATH = "/v1/admin/projections";

    private final Projections projections;

    ProjectionController(Projections projections) {
        this.projections = projections;
    }

    /** How far every stored view has come. */
    @Operation(summary = "List the views and how far each has come")
    @GetMapping
    ProjectionsReply projections() {
        return new ProjectionsReply(projections.all());
    }

    /** How far one stored view has come. */
    @Operation(summary = "Tell how far a view has come, and the progress of its rebuild")
    @GetMapping("/{name}")
    Projection projection(@PathVariable String name) throws Refused {
        return projections.named(name);
    }

    /** Empties one view and builds it again from the log; its progress is at the answer's {@code Location}. */
    @Operation(summary = "Build a view again from the first event; it answers meanwhile with what it has")
    @PostMapping("/{name}/rebuild")
    ResponseEntity<Projection> rebuild(@PathVariable String name) throws Refused {
        projections.rebuild(name);
        return ResponseEntity.accepted().location(URI.create(PATH + "/" + name)).body(projections.named(name));
    }

    record ProjectionsReply(List<Projection> items) {}
}
