package dev.earshot.command.listener;

import dev.earshot.api.listener.ListenerCommand.PublishProfile;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.command.Together;
import dev.earshot.platform.people.Sealing;
import dev.earshot.platform.web.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes a listener's profile: what one may search by goes to the log in clear, what they write about themselves sealed. */
@RestController
class ProfileController {
    private final Together together;
    private final Sealing sealing;
    private final Clock clock;

    ProfileController(Together together, Sealing sealing, Clock clock) {
        this.together = together;
        this.sealing = sealing;
        this.clock = clock;
    }

    @PutMapping("/v1/listeners/me/profile")
    @PreAuthorize("hasRole('LISTENER')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Publish one's profile and rate, whole",
            description = "A new rate counts for calls requested from now on, never for a running one.")
    void publish(@Valid @RequestBody Form form, Caller caller) throws Refused {
        var searchable = new PublishProfile(
                caller.listenerId(),
                new TreeSet<>(form.languages()),
                new TreeSet<>(form.skills()),
                form.ratePerMinute(),
                clock.instant());
        together.send(
                searchable,
                sealing.keeping(caller.accountId(), caller.listenerId().value(), form.personal(), clock.instant()));
    }

    /**
     * A profile as its listener sends it.
     *
     * @param languages ISO 639 codes in lower case
     * @param location optional
     * @param occupation optional
     */
    @Schema(name = "ProfileForm", example = """
            {"displayName": "Lea", "bio": "I listen.", "languages": ["en", "pt"], "skills": ["grief"],
             "location": "Lisbon", "occupation": "Coach", "ratePerMinute": {"minor": 250, "currency": "USD"}}""")
    record Form(
            @NotBlank @Size(max = 60) String displayName,
            @Size(max = 2000) String bio,

            @NotNull @Size(min = 1, max = 10)
            Set<@NotNull @Pattern(regexp = "[a-z]{2,3}", message = "must be an ISO 639 code such as en") String>
                    languages,

            @Size(max = 20) Set<@NotBlank @Size(max = 40) String> skills,
            @Size(max = 100) String location,
            @Size(max = 100) String occupation,
            @NotNull Money ratePerMinute) {
        Form {
            bio = Objects.requireNonNullElse(bio, "");
            skills = Objects.requireNonNullElse(skills, Set.of());
            location = Objects.requireNonNullElse(location, "");
            occupation = Objects.requireNonNullElse(occupation, "");
        }

        Map<String, String> personal() {
            return Map.of("displayName", displayName, "bio", bio, "location", location, "occupation", occupation);
        }
    }
}
