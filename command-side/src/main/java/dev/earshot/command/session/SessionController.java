package dev.earshot.command.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.account.Role;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.command.purchase.Claim;
import dev.earshot.command.session.SignIn.Member;
import dev.earshot.platform.security.AccessTokens;
import dev.earshot.platform.security.Sessions;
import dev.earshot.platform.security.SignedIn;
import dev.earshot.platform.security.Tokens;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sessions: one for each device of an account. */
@RestController
@RequestMapping("/v1/sessions")
class SessionController {
    private final SignIn signIn;
    private final Sessions sessions;
    private final AccessTokens accessTokens;

    SessionController(SignIn signIn, Sessions sessions, AccessTokens accessTokens) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.accessTokens = accessTokens;
    }

    /** What a client shows to sign in. */
    @Schema(name = "SignInForm", example = """
            {"provider": "dev", "idToken": "dev:ann@example.com:member,listener",
             "device": {"id": "5f0c9f7e", "platform": "web"}}""")
    record Credentials(
            @NotBlank @Size(max = 40) @Schema(description = "google, or dev where nothing is at stake")
            String provider,

            @NotBlank @Size(max = 8192) String idToken,
            @NotNull @Valid Device device) {
        /** The device that is signed in; signing in again on it ends its former session. */
        record Device(
                @NotBlank @Size(max = 200) String id,

                @NotNull @Pattern(regexp = "ios|android|web", message = "must be one of ios, android, web")
                String platform) {}

        @Override
        public String toString() {
            return "Credentials[" + provider + "]";
        }
    }

    /** The token of the last refresh or sign-in. */
    @Schema(name = "RefreshForm", example = """
            {"refreshToken": "ses_Q2h1Y2tsZXM.kQ1mJm0p3n7h8h2B"}""")
    record Renewal(@NotBlank @Size(max = 200) String refreshToken) {
        @Override
        public String toString() {
            return "Renewal";
        }
    }

    /**
     * A session. The access token goes into {@code Authorization: Bearer}; the refresh token is good once. Where something
     * was bought under the e-mail of whoever signs in, {@code purchases} tells what became of it.
     */
    @Schema(name = "Session", example = """
            {"accessToken": "eyJhbGciOiJIUzI1NiJ9.e30.c2ln", "refreshToken": "ses_Q2h1Y2tsZXM.kQ1mJm0p3n7h8h2B",
             "expiresInSeconds": 900, "accountId": "acc_6pk1u0bscz4w", "roles": ["MEMBER", "LISTENER"]}""")
    record Session(
            String accessToken,
            String refreshToken,
            long expiresInSeconds,
            AccountId accountId,
            List<Role> roles,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Claim> purchases) {
        @Override
        public String toString() {
            return "Session[" + accountId + "]";
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @SecurityRequirements
    @Operation(summary = "Sign in", operationId = "signIn")
    Session signIn(@Valid @RequestBody Credentials shown) throws Refused {
        var member = signIn.member(shown.provider(), shown.idToken());
        var device = shown.device();
        return session(sessions.open(member.accountId(), device.id(), device.platform()), member);
    }

    @PostMapping("/refresh")
    @SecurityRequirements
    @Operation(
            summary = "Trade the refresh token for a new pair",
            description = "Showing a token that was traded before ends the session.",
            operationId = "refreshSession")
    Session refresh(@Valid @RequestBody Renewal shown) throws Refused {
        var member = signIn.member(sessions.owner(shown.refreshToken()));
        return session(sessions.refresh(shown.refreshToken()), member);
    }

    @DeleteMapping("/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sign this device out", operationId = "signOut")
    void signOut(SignedIn caller) {
        sessions.end(caller.sessionId());
    }

    private Session session(Tokens tokens, Member member) {
        var access = accessTokens.issue(member.accountId(), member.roles(), tokens.sessionId());
        var roles = member.roles().stream().sorted().toList();
        return new Session(
                access,
                tokens.refreshToken(),
                accessTokens.life().toSeconds(),
                member.accountId(),
                roles,
                member.claims());
    }
}
