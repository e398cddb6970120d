package dev.earshot.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Person;
import dev.earshot.app.client.Talk;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class TicketTest {
    @Test
    void the_two_of_an_accepted_call_join_with_their_tickets_and_are_connected() {
        Talk talk = Market.accepted(Market.memberWith(10_000), Market.liveListener());

        assertThat(join(ticket(talk, talk.member().person())).status()).isEqualTo(204);
        assertThat(join(ticket(talk, talk.listener().person())).status()).isEqualTo(204);

        Market.is(talk, "CONNECTED");
        talk.endByMember().ok();
    }

    @Test
    void a_ticket_is_for_one_side_only_and_using_it_twice_changes_nothing() {
        Talk talk = Market.accepted(Market.memberWith(10_000), Market.liveListener());
        String ticket = ticket(talk, talk.member().person());

        join(ticket).ok();
        join(ticket).ok();

        assertThat(talk.status()).isEqualTo("ACCEPTED");
        talk.endByMember().ok();
    }

    @Test
    void there_is_no_ticket_while_it_rings() {
        Talk talk = Market.ringing(Market.memberWith(10_000), Market.liveListener());

        Market.eventually()
                .until(() ->
                        talk.member().person().get(talk.path("/ticket")).code().equals("CALL_NOT_ACCEPTED"));
        talk.endByMember().ok();
    }

    @Test
    void when_the_call_is_over_there_is_no_ticket_and_the_old_one_opens_nothing() {
        Talk talk = Market.accepted(Market.memberWith(10_000), Market.liveListener());
        String ticket = ticket(talk, talk.member().person());
        talk.endByMember().ok();

        Market.eventually().until(() -> join(ticket).code().equals("CALL_ALREADY_ENDED"));
        assertThat(talk.member().person().get(talk.path("/ticket")).code()).isEqualTo("CALL_UNKNOWN");
    }

    @Test
    void a_forged_ticket_opens_nothing() {
        Answer answer = join("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjYWxsXzEifQ.c2lnbmVk");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("TICKET_INVALID");
    }

    private static String ticket(Talk talk, Person person) {
        Market.eventually().until(() -> person.get(talk.path("/ticket")).status() == 200);
        Answer ticket = person.get(talk.path("/ticket")).ok();
        assertThat(ticket.text("provider")).isEqualTo("loopback");
        assertThat(ticket.text("url")).endsWith("/media/loopback/join");
        assertThat(ticket.text("expiresAt")).isNotEmpty();
        return ticket.text("ticket");
    }

    private static Answer join(String ticket) {
        return Market.api().anonymous().post("/media/loopback/join", Map.of("ticket", ticket));
    }
}
