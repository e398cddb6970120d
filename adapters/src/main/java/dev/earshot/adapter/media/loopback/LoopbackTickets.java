package dev.earshot.adapter.media.loopback;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeyLengthException;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.earshot.api.call.Side;
import dev.earshot.api.id.CallId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.secrets.Secrets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.springframework.stereotype.Component;

/** Tickets: short-lived signed tokens (JWT, HS256) that let one side of one call into its room, and nothing else. */
@Component
@WhenLoopback
class LoopbackTickets {
    private static final String AUDIENCE = "earshot-loopback";
    private static final String SIDE = "side";

    private final byte[] secret;
    private final Clock clock;
    private final LoopbackSettings settings;

    LoopbackTickets(Secrets secrets, Clock clock, LoopbackSettings settings) {
        this.secret = secrets.get("loopback-ticket");
        this.clock = clock;
        this.settings = settings;
    }

    /** What the holder of a ticket may do: enter this call's room on this side, until the ticket expires. */
    record Pass(CallId callId, Side side) {}

    /** A ticket as it is handed out. */
    record Ticket(String token, Instant expiresAt) {}

    Ticket issue(Pass pass) {
        Date expiresAt = Date.from(clock.instant().plus(settings.ticketFor()));
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .audience(AUDIENCE)
                .subject(pass.callId().value())
                .claim(SIDE, pass.side().name())
                .expirationTime(expiresAt)
                .build();
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            jwt.sign(new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException("The ticket secret cannot sign", e);
        }
        // A JWT counts whole seconds; what we tell must not be later than what it says.
        return new Ticket(
                jwt.serialize(), Instant.ofEpochSecond(expiresAt.toInstant().getEpochSecond()));
    }

    /** What this ticket allows. Refuses forged, foreign and expired ones. */
    Pass read(String ticket) throws Refused {
        JWTClaimsSet claims = verified(ticket);
        if (!claims.getExpirationTime().toInstant().isAfter(clock.instant())) {
            throw TicketRefusal.TICKET_EXPIRED.of("The ticket has expired; ask for another one.");
        }
        return new Pass(
                new CallId(claims.getSubject()),
                Side.valueOf(claims.getClaim(SIDE).toString()));
    }

    private JWTClaimsSet verified(String ticket) throws Refused {
        try {
            SignedJWT jwt = SignedJWT.parse(ticket);
            if (jwt.verify(verifier()) && jwt.getJWTClaimsSet().getAudience().contains(AUDIENCE)) {
                return jwt.getJWTClaimsSet();
            }
        } catch (ParseException | JOSEException notOurs) {
            // Told below, like a wrong signature: what exactly is wrong helps only those who forge.
        }
        throw TicketRefusal.TICKET_INVALID.of("This is not a ticket to a room here.");
    }

    private MACVerifier verifier() throws KeyLengthException, JOSEException {
        return new MACVerifier(secret);
    }
}
