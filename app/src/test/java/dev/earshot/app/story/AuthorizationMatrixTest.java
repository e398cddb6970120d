package dev.earshot.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Person;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may ask for what. An endpoint that is not listed here does not pass. */
@Execution(ExecutionMode.CONCURRENT)
class AuthorizationMatrixTest {
    private static final Set<String> ROLES =
            Set.of("MEMBER", "LISTENER", "SUPERVISOR", "ADMIN", "SUPERADMIN", "FINANCE");

    /** Who: {@code anyone} without a token, {@code signed-in} with any role, or the roles themselves. */
    private static final Map<String, String> MATRIX = matrix("""
            POST   /v1/sessions                               anyone
            POST   /v1/sessions/refresh                       anyone
            POST   /media/loopback/join                       anyone
            POST   /media/loopback/leave                      anyone
            POST   /hooks/{provider}                          anyone
            DELETE /v1/sessions/current                       signed-in
            GET    /v1/me                                     signed-in
            DELETE /v1/me                                     signed-in
            GET    /v1/me/export                              signed-in
            PUT    /v1/me/overflow                            signed-in
            GET    /v1/me/auto-top-up                         signed-in
            PUT    /v1/me/auto-top-up                         signed-in
            DELETE /v1/me/auto-top-up                         signed-in
            POST   /v1/cards                                  signed-in
            GET    /v1/cards                                  signed-in
            GET    /v1/cards/{cardId}                         signed-in
            PUT    /v1/cards/{cardId}/default                 signed-in
            DELETE /v1/cards/{cardId}                         signed-in
            PUT    /v1/me/time-zone                           signed-in
            POST   /v1/memberships                            signed-in
            GET    /v1/memberships/me                         signed-in
            POST   /v1/memberships/me/cancel                  signed-in
            POST   /v1/memberships/me/resume                  signed-in
            PUT    /v1/memberships/me/tier                    signed-in
            PUT    /v1/memberships/me/method                  signed-in
            GET    /v1/favourites                             signed-in
            PUT    /v1/favourites/{listenerId}                signed-in
            DELETE /v1/favourites/{listenerId}                signed-in
            GET    /v1/listeners                              signed-in
            GET    /v1/listeners/{listenerId}                 signed-in
            PUT    /v1/listeners/me/profile                   LISTENER
            PUT    /v1/listeners/me/presence                  LISTENER
            POST   /v1/listeners/me/presence/heartbeat        LISTENER
            GET    /v1/listeners/me/blocks                    LISTENER
            PUT    /v1/listeners/me/blocks/{accountId}        LISTENER
            DELETE /v1/listeners/me/blocks/{accountId}        LISTENER
            GET    /v1/wallet                                 signed-in
            GET    /v1/wallet/entries                         signed-in
            POST   /v1/wallet/top-ups                         signed-in
            GET    /v1/wallet/top-ups                         signed-in
            GET    /v1/wallet/top-ups/{topUpId}               signed-in
            POST   /v1/admin/top-ups/{topUpId}/refunds        FINANCE,ADMIN,SUPERADMIN
            GET    /v1/admin/top-ups                          FINANCE,ADMIN,SUPERADMIN
            GET    /v1/admin/top-ups/{topUpId}                FINANCE,ADMIN,SUPERADMIN
            POST   /v1/admin/card-payments/{cardPaymentId}/refunds FINANCE,ADMIN,SUPERADMIN
            GET    /v1/admin/card-payments                    FINANCE,ADMIN,SUPERADMIN
            GET    /v1/admin/card-payments/{cardPaymentId}    FINANCE,ADMIN,SUPERADMIN
            GET    /v1/catalogue                              signed-in
            POST   /v1/purchases                              signed-in
            POST   /v1/purchases/claims                       signed-in
            POST   /v1/calls                                  signed-in
            GET    /v1/calls                                  signed-in
            GET    /v1/calls/{callId}                         signed-in
            GET    /v1/calls/{callId}/explain                 signed-in
            GET    /v1/calls/{callId}/ticket                  signed-in
            POST   /v1/calls/{callId}/accept                  signed-in
            POST   /v1/calls/{callId}/decline                 signed-in
            POST   /v1/calls/{callId}/end                     signed-in
            POST   /v1/calls/{callId}/heartbeat               signed-in
            POST   /v1/calls/{callId}/rating                  signed-in
            GET    /v1/earnings                               LISTENER
            GET    /v1/earnings/entries                       LISTENER
            GET    /v1/me/earnings                            LISTENER
            GET    /v1/me/earnings/statement                  LISTENER
            GET    /v1/me/payout-account                      LISTENER
            GET    /v1/admin/listeners/{listenerId}/statement SUPERVISOR,ADMIN,SUPERADMIN
            POST   /v1/me/payout-account                      LISTENER
            POST   /v1/payouts                             LISTENER
            GET    /v1/payouts                             LISTENER
            GET    /v1/payouts/{payoutId}                  LISTENER
            GET    /v1/admin/payouts                          FINANCE,ADMIN,SUPERADMIN
            POST   /v1/admin/listeners/{listenerId}/penalties SUPERVISOR,ADMIN,SUPERADMIN
            DELETE /v1/admin/listeners/{listenerId}/penalties/{penaltyId} SUPERVISOR,ADMIN,SUPERADMIN
            PUT    /v1/admin/listeners/{listenerId}/payout-freeze ADMIN,SUPERADMIN
            DELETE /v1/admin/listeners/{listenerId}/payout-freeze ADMIN,SUPERADMIN
            GET    /v1/stream                                 signed-in
            POST   /v1/admin/accounts/{accountId}/version     ADMIN,SUPERADMIN
            DELETE /v1/admin/accounts/{accountId}             ADMIN,SUPERADMIN
            GET    /v1/admin/accounts/{accountId}/erasure     ADMIN,SUPERADMIN
            GET    /v1/admin/accounts/{accountId}/export      ADMIN,SUPERADMIN
            POST   /v1/admin/wallets/{walletId}/promos        ADMIN,SUPERADMIN
            GET    /v1/admin/payment-events                   ADMIN,SUPERADMIN,FINANCE
            GET    /v1/admin/payment-events/{id}              ADMIN,SUPERADMIN,FINANCE
            POST   /v1/admin/payment-events/{id}/redrive      ADMIN,SUPERADMIN,FINANCE
            GET    /v1/admin/pending-purchases                FINANCE,ADMIN,SUPERADMIN
            POST   /v1/admin/price-lists                      ADMIN,SUPERADMIN
            GET    /v1/admin/price-lists                      FINANCE,ADMIN,SUPERADMIN
            GET    /v1/admin/price-lists/in-force             FINANCE,ADMIN,SUPERADMIN
            GET    /v1/admin/price-lists/{priceListId}        FINANCE,ADMIN,SUPERADMIN
            GET    /v1/admin/shadow-plans                     FINANCE,ADMIN,SUPERADMIN
            GET    /v1/admin/shadow-plans/{name}              FINANCE,ADMIN,SUPERADMIN
            GET    /v1/simulations                            FINANCE,ADMIN,SUPERADMIN
            GET    /v1/simulations/{simulationId}             FINANCE,ADMIN,SUPERADMIN
            GET    /v1/simulations/{simulationId}/result      FINANCE,ADMIN,SUPERADMIN
            GET    /v1/simulations/{simulationId}/losers      FINANCE,ADMIN,SUPERADMIN
            POST   /v1/admin/price-lists/{priceListId}/publish ADMIN,SUPERADMIN
            POST   /v1/admin/price-lists/{priceListId}/publish-regardless SUPERADMIN
            POST   /v1/admin/price-lists/{priceListId}/withdraw ADMIN,SUPERADMIN
            PUT    /v1/admin/shadow-plans/{name}              ADMIN,SUPERADMIN
            DELETE /v1/admin/shadow-plans/{name}              ADMIN,SUPERADMIN
            POST   /v1/simulations                            FINANCE,ADMIN,SUPERADMIN
            POST   /v1/simulations/{simulationId}/cancel      FINANCE,ADMIN,SUPERADMIN
            GET    /v1/audit/keys                             FINANCE,SUPERADMIN
            GET    /v1/audit/checkpoints                      FINANCE,SUPERADMIN
            GET    /v1/audit/proofs/{positionOrEventId}       FINANCE,SUPERADMIN
            POST   /v1/audit/verifications                    FINANCE,SUPERADMIN
            GET    /v1/audit/verifications                    FINANCE,SUPERADMIN
            GET    /v1/audit/verifications/{verificationId}   FINANCE,SUPERADMIN
            GET    /v1/ledger/accounts                        FINANCE,SUPERADMIN
            GET    /v1/ledger/accounts/{code}/balance         FINANCE,SUPERADMIN
            GET    /v1/ledger/accounts/{code}/entries         FINANCE,SUPERADMIN
            GET    /v1/ledger/accounts/{code}/export          FINANCE,SUPERADMIN
            GET    /v1/ledger/entries/{position}              FINANCE,SUPERADMIN
            GET    /v1/ledger/export                          FINANCE,SUPERADMIN
            GET    /v1/ledger/trial-balance                   FINANCE,SUPERADMIN
            POST   /v1/reconciliation/reports                 FINANCE,SUPERADMIN
            GET    /v1/reconciliation/reports                 FINANCE,SUPERADMIN
            GET    /v1/reconciliation/reports/{reportId}      FINANCE,SUPERADMIN
            POST   /v1/reconciliation/reports/{reportId}/comparisons FINANCE,SUPERADMIN
            POST   /v1/reconciliation/pulls                   FINANCE,SUPERADMIN
            GET    /v1/reconciliation/sandbox/report          FINANCE,SUPERADMIN
            GET    /v1/reconciliation/breaks                  FINANCE,SUPERADMIN
            GET    /v1/reconciliation/breaks.csv              FINANCE,SUPERADMIN
            GET    /v1/reconciliation/ages                    FINANCE,SUPERADMIN
            GET    /v1/reconciliation/breaks/{breakId}        FINANCE,SUPERADMIN
            PUT    /v1/reconciliation/breaks/{breakId}/resolution FINANCE,SUPERADMIN
            GET    /v1/admin/projections                      ADMIN,SUPERADMIN
            GET    /v1/admin/projections/{name}               ADMIN,SUPERADMIN
            POST   /v1/admin/projections/{name}/rebuild       ADMIN,SUPERADMIN
            """);

    @Test
    void every_endpoint_is_listed_and_every_listed_endpoint_exists() {
        var mapping = Running.inside("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        Set<String> existing = new TreeSet<>();
        mapping.getHandlerMethods().forEach((request, handler) -> {
            // The error page is where refusals of the container itself end; nobody asks for it.
            boolean ours = handler.getBeanType().getPackageName().startsWith("dev.earshot")
                    && !request.getPatternValues().contains("/error");
            if (ours) {
                request.getMethodsCondition()
                        .getMethods()
                        .forEach(method ->
                                request.getPatternValues().forEach(path -> existing.add(method + " " + path)));
            }
        });

        assertThat(existing).containsExactlyElementsOf(MATRIX.keySet());
    }

    @Test
    void without_a_token_only_what_is_open_to_anyone_answers() {
        MATRIX.forEach((endpoint, who) -> {
            Answer answer = ask(Market.api().anonymous(), endpoint);
            boolean refusedAtTheDoor = answer.code().equals("TOKEN_MISSING");
            assertThat(refusedAtTheDoor).as(answer.toString()).isEqualTo(!who.equals("anyone"));
        });
    }

    @Test
    void a_role_reaches_what_is_listed_for_it_and_nothing_else() {
        Map<String, Person> people = ROLES.stream()
                .collect(Collectors.toMap(role -> role, role -> Market.somebody(role.toLowerCase(Locale.ROOT))));
        MATRIX.forEach((endpoint, who) -> people.forEach((role, person) -> {
            boolean open = !who.equals(who.toUpperCase(Locale.ROOT));
            if (open && (who.equals("anyone") || endpoint.endsWith("/stream"))) {
                return; // Told apart by the token above; a stream that is let in never ends.
            }
            if (Set.of("DELETE /v1/sessions/current", "DELETE /v1/me").contains(endpoint)) {
                return; // Would sign everybody out.
            }
            Answer answer = ask(person, endpoint);
            boolean letIn = !answer.code().equals("FORBIDDEN") && answer.status() != 401;
            assertThat(letIn)
                    .as(role + ": " + answer)
                    .isEqualTo(open || Set.of(who.split(",")).contains(role));
        }));
    }

    /** A HEAD is a GET without its body, so whoever may do the one may do the other. */
    @Test
    void whoever_may_read_may_ask_for_the_head_alone() {
        Person finance = Market.somebody("finance");
        MATRIX.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith("GET ") && entry.getValue().contains("FINANCE"))
                .map(entry -> entry.getKey().substring("GET ".length()))
                .forEach(path -> assertThat(ask(finance, "HEAD " + path).status())
                        .as(path)
                        .isNotIn(401, 403));
    }

    private static Answer ask(Person person, String endpoint) {
        String[] methodAndPath = endpoint.split(" ");
        String path = methodAndPath[1]
                .replace("{listenerId}", "lis_nobody")
                .replace("{accountId}", "acc_nobody")
                .replace("{topUpId}", "top_nothing")
                .replace("{payoutId}", "out_nothing")
                .replace("{penaltyId}", "pen_nothing")
                .replace("{callId}", "call_nobodyKnows")
                .replace("{cardId}", "card_nobodys")
                .replace("{cardPaymentId}", "cpay_nobodysn001")
                .replace("{walletId}", "wal_nobodys")
                .replace("{priceListId}", "prl_nothing")
                .replace("{simulationId}", "sim_nothing")
                .replace("{breakId}", "brk_nothing")
                .replace("{reportId}", "rep_nothing")
                .replace("{provider}", "nobody")
                .replace("{positionOrEventId}", "0")
                .replace("{verificationId}", "ver_nothing")
                .replace("{id}", "0")
                .replace("{code}", "GOLD")
                .replace("{position}", "0")
                .replace("{name}", "no-such-view");
        String body = Set.of("GET", "HEAD").contains(methodAndPath[0]) ? "" : "{}";
        return person.send(methodAndPath[0], path, body, Map.of());
    }

    private static Map<String, String> matrix(String table) {
        return Stream.of(table.split("\n"))
                .map(row -> row.strip().split("\\s+"))
                .collect(Collectors.toMap(
                        row -> row[0] + " " + row[1], row -> row[2], (one, other) -> one, TreeMap::new));
    }
}
