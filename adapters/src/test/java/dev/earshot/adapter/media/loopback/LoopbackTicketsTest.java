package dev.earshot.adapter.media.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.earshot.adapter.media.loopback.LoopbackTickets.Pass;
import dev.earshot.api.call.Side;
import dev.earshot.api.id.CallId;
import dev.earshot.api.refusal.RefusalCode;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.secrets.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

class LoopbackTicketsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00.250Z");
    private static final Pass PASS = new Pass(new CallId("call_1"), Side.LISTENER);
    private static final String OURS = "a".repeat(43) + "=";
    private static final String THEIRS = "b".repeat(43) + "=";

    @Test
    void a_ticket_opens_one_call_for_one_side() throws Refused {
        var ticket = tickets(OURS, NOW).issue(PASS);

        assertThat(tickets(OURS, NOW.plusSeconds(119)).read(ticket.token())).isEqualTo(PASS);
    }

    @Test
    void a_ticket_tells_the_moment_it_expires() {
        var ticket = tickets(OURS, NOW).issue(PASS);

        assertThat(ticket.expiresAt()).isEqualTo("2026-01-01T10:02:00Z");
        assertThat(refusal(ticket.token(), ticket.expiresAt())).isEqualTo(TicketRefusal.TICKET_EXPIRED);
    }

    @Test
    void a_ticket_signed_by_someone_else_opens_nothing() {
        assertThat(refusal(tickets(THEIRS, NOW).issue(PASS).token(), NOW)).isEqualTo(TicketRefusal.TICKET_INVALID);
    }

    @Test
    void a_ticket_with_another_call_written_into_it_opens_nothing() {
        String[] mine = tickets(OURS, NOW).issue(PASS).token().split("\\.");
        String[] other = tickets(OURS, NOW)
                .issue(new Pass(new CallId("call_2"), Side.LISTENER))
                .token()
                .split("\\.");

        assertThat(refusal(mine[0] + "." + other[1] + "." + mine[2], NOW)).isEqualTo(TicketRefusal.TICKET_INVALID);
    }

    @Test
    void what_is_no_ticket_opens_nothing() {
        assertThat(refusal("open, sesame", NOW)).isEqualTo(TicketRefusal.TICKET_INVALID);
        assertThat(refusal("eyJhbGciOiJub25lIn0.e30.", NOW)).isEqualTo(TicketRefusal.TICKET_INVALID);
    }

    private static RefusalCode refusal(String token, Instant at) {
        return catchThrowableOfType(Refused.class, () -> tickets(OURS, at).read(token))
                .code();
    }

    private static LoopbackTickets tickets(String secret, Instant now) {
        try (var context = new AnnotationConfigApplicationContext()) {
            var settings = Map.<String, Object>of("earshot.secrets.loopback-ticket", secret);
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
            context.register(Secrets.class);
            context.refresh();
            var clock = Clock.fixed(now, ZoneOffset.UTC);
            return new LoopbackTickets(
                    context.getBean(Secrets.class), clock, new LoopbackSettings(Duration.ofMinutes(2)));
        }
    }
}
