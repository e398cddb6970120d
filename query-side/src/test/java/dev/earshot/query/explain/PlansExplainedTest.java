package dev.earshot.query.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.api.account.Role;
import dev.earshot.api.call.CallEvent.CallRefused;
import dev.earshot.api.call.CallEvent.CallRequested;
import dev.earshot.api.call.CallEvent.CardChosen;
import dev.earshot.api.call.Media;
import dev.earshot.api.call.PayWith;
import dev.earshot.api.call.RefuseReason;
import dev.earshot.api.card.CardPaymentEvent.CardAuthorized;
import dev.earshot.api.card.CardPaymentEvent.CardCaptured;
import dev.earshot.api.card.CardPaymentEvent.CardReceivableRaised;
import dev.earshot.api.card.CardPaymentEvent.ChargeWaived;
import dev.earshot.api.id.CardId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.id.PriceListId;
import dev.earshot.api.money.Money;
import dev.earshot.api.price.PriceListEvent.PriceListPublished;
import dev.earshot.api.price.PriceListEvent.PriceListWithdrawn;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.Leg;
import dev.earshot.api.pricing.PlanHeld;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.pricing.Tariff;
import dev.earshot.api.pricing.Terms;
import dev.earshot.api.pricing.Unit;
import dev.earshot.api.wallet.HoldDecline;
import dev.earshot.api.wallet.WalletEvent.CardLent;
import dev.earshot.api.wallet.WalletEvent.HoldDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.query.CallStory;
import dev.earshot.query.QueryTest;
import dev.earshot.query.audit.Links;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Every plan, and the card: does the explanation name all that made the charge, and is each sentence of it true? */
class PlansExplainedTest extends QueryTest {
    private static final PriceList PRICES = new PriceList(1500, new Grace(60, 1), 10);
    private static final PriceList DEARER = new PriceList(2000, new Grace(60, 1), 10);
    /** Before all other calls, whose prices are nobody's business here. */
    private static final Instant YEARS_AGO = Instant.parse("2001-01-01T00:00:00Z");

    private static final Pattern FLOOR = Pattern.compile("floor\\((\\d+) × (\\d+) / (\\d+)\\) = (\\d+)");
    private static final Pattern DIFFERENCE = Pattern.compile("(?:^|[^/] )(\\d+) − (\\d+) = (\\d+)");

    @Autowired
    private Links links;

    @ParameterizedTest
    @CsvSource({
        "PAY_PER_MINUTE, CASH, MONEY, 126, 126, 0, 18",
        "TOKENS, TOKENS, TOKENS, 12, 0, 107, 0",
        "MOMENTS, MOMENTS, SECONDS, 38, 0, 107, 0",
        "MEMBERSHIP, ALLOWANCE, SECONDS, 38, 0, 107, 0",
    })
    void under_each_plan_every_rounding_is_spelt_out_and_true(
            PlanVersion plan, Pocket pocket, Unit unit, long units, long money, long byPlatform, long fee) {
        Terms terms = PRICES.termsFor(new PlanHeld(plan, false, Set.of()), CallStory.RATE);
        Grant grant = Grant.NONE.then(pocket, story.lot.value(), 300, tariff(terms, pocket));
        given(requested(terms, PayWith.WALLET), placed(terms, grant), story.admitted(grant), story.connected());
        given(story.settledAfter(38, grant));

        JsonNode told = asMember(path()).body();

        assertThat(reasons(told, "CONSENTED"))
                .contains(
                        "The plan is " + plan
                                + "; the listener's rate is 1.99 USD a minute, in the smallest units, as all amounts here: 199.")
                .contains("Of money the platform keeps 1500 of 10000; a minute paid otherwise brings the listener"
                        + " 199 − floor(199 × 1500 / 10000) = 170.")
                .contains("A call that runs out early may go on to second 60, free: 1 of them a day (UTC).");
        assertThat(reasons(told, "HELD"))
                .anyMatch(reason -> reason.startsWith(pocket + ", second 0 to 300: sets aside floor(")
                        && reason.endsWith(" " + unit + "."))
                .contains("No grace: the funds last for 300 s, and it ends at second 60.");
        assertThat(reasons(told, "CHARGED").get(0))
                .startsWith(pocket + ", second 0 to 38: charged floor(")
                .endsWith(" = " + units + ".");
        assertThat(told.at("/totals/charged/minor").asLong()).isEqualTo(money);
        assertThat(told.at("/totals/paidByPlatform/minor").asLong()).isEqualTo(byPlatform);
        assertThat(told.at("/totals/fee/minor").asLong()).isEqualTo(fee);
        assertThat(told.at("/totals/balanced").asBoolean()).isTrue();
        assertThat(told.has("card")).isFalse();
        everySentenceIsTrue(told);
    }

    @Test
    void the_price_list_in_force_at_the_request_is_named_with_its_fact_if_it_made_these_terms() {
        PriceListId list = new PriceListId(PriceListId.PREFIX + story.suffix);
        PriceListId withdrawn = new PriceListId(PriceListId.PREFIX + story.suffix + "w");
        PriceListId later = new PriceListId(PriceListId.PREFIX + story.suffix + "l");
        given(
                new PriceListPublished(list, PRICES, YEARS_AGO, story.member, YEARS_AGO),
                new PriceListPublished(withdrawn, DEARER, YEARS_AGO.plusSeconds(1), story.member, YEARS_AGO),
                new PriceListWithdrawn(withdrawn, YEARS_AGO.plusSeconds(1), story.member, YEARS_AGO),
                new PriceListPublished(later, DEARER, YEARS_AGO.plusSeconds(60), story.member, YEARS_AGO));
        given(tokensRequestedAt(YEARS_AGO.plusSeconds(59)), story.admitted(story.cash(60)));

        for (JsonNode told : List.of(asMember(path()).body(), asListener(path()).body())) {
            assertThat(told.at("/lines/0/step").asString()).isEqualTo("PRICED");
            assertThat(told.at("/lines/0/detail/priceListId").asString()).isEqualTo(list.value());
            assertThat(told.at("/lines/0/position").asLong())
                    .isLessThan(told.at("/lines/1/position").asLong());
        }
        JsonNode told = asMember(path()).body();
        assertThat(reasons(told, "PRICED").get(0)).contains(list + ", in force since " + YEARS_AGO);
        assertThat(reasons(told, "CONSENTED")).contains("A minute takes ceil(199 / 10) = 20 tokens.");

        story = new CallStory();
        given(tokensRequestedAt(YEARS_AGO.plusSeconds(60)));
        assertThat(asMember(path()).body().at("/lines/0/step").asString())
                .as("the list of that moment makes other terms, so it is not named")
                .isEqualTo("CONSENTED");
    }

    private CallRequested tokensRequestedAt(Instant moment) {
        Terms terms = PRICES.termsFor(new PlanHeld(PlanVersion.TOKENS, false, Set.of()), CallStory.RATE);
        return new CallRequested(story.call, story.parties, Media.VOICE, PayWith.WALLET, terms, moment);
    }

    @Test
    void by_card_every_authorization_tells_what_the_provider_took_and_how_it_was_parted() {
        Terms terms = PRICES.byCard(CallStory.RATE);
        var first = CardPaymentId.of(story.call, 1);
        var second = CardPaymentId.of(story.call, 2);
        var third = CardPaymentId.of(story.call, 3);
        var card = new CardId(CardId.PREFIX + story.suffix);
        Grant grant = Grant.NONE
                .then(Pocket.CARD, first.value(), 60, tariff(terms, Pocket.CARD))
                .then(Pocket.CARD, second.value(), 60, tariff(terms, Pocket.CARD));
        given(
                requested(terms, PayWith.CARD),
                new CardChosen(story.call, story.parties, card, "acct_lea", story.at(2)),
                new CardAuthorized(first, story.call, story.parties, usd(199), "pi_1", story.at(86_400), story.at(2)),
                new CardLent(story.wallet, story.call, first, usd(199), story.at(2)),
                placed(terms, grant),
                story.admitted(grant),
                story.connected());
        given(story.settledAfter(100, grant));
        assertThat(asMember(path()).body().has("card")).isFalse();
        given(new CardCaptured(first, story.call, story.parties, "acct_lea", usd(199), usd(29), story.at(112)));
        assertThat(asMember(path()).body().path("card").has("balanced"))
                .as("the rest is still to come")
                .isFalse();
        given(
                new CardReceivableRaised(second, story.call, story.parties, usd(130), story.at(113)),
                new ChargeWaived(third, story.call, story.parties, usd(2), story.at(113)));

        JsonNode told = asMember(path()).body();

        assertThat(told.path("lines").findValuesAsString("step"))
                .containsSubsequence("CONSENTED", "CARD_CHOSEN", "AUTHORIZED", "LENT", "HELD", "CHARGED", "CAPTURED")
                .contains("OWED", "WAIVED");
        assertThat(reasons(told, "CONSENTED")).contains("There is no grace under these terms.");
        assertThat(reasons(told, "HELD")).contains("No grace: there is none under these terms.");
        assertThat(reasons(told, "CAPTURED"))
                .containsExactly("Authorization 1: of 199 the platform keeps 29; 199 − 29 = 170 went to the"
                        + " listener's account.");
        assertThat(reasons(told, "CREDITED")).containsExactly("The legs earned 170 + 113 = 283.");
        assertThat(told.at("/card/captured/minor").asLong()).isEqualTo(199);
        assertThat(told.at("/card/fee/minor").asLong()).isEqualTo(29);
        assertThat(told.at("/card/owed/minor").asLong()).isEqualTo(130);
        assertThat(told.at("/card/waived/minor").asLong()).isEqualTo(2);
        assertThat(told.at("/card/refunded/minor").asLong()).isZero();
        assertThat(told.at("/card/balanced").asBoolean())
                .as("199 + 130 + 2 is what 199 and floor(199 × 40 / 60) come to")
                .isTrue();
        everySentenceIsTrue(told);
        JsonNode forListener = asListener(path()).body();
        assertThat(forListener.has("card")).isFalse();
        assertThat(forListener.path("lines").findValuesAsString("step")).doesNotContain("CARD_CHOSEN", "LENT");
    }

    @Test
    void a_grace_that_was_used_before_on_the_day_is_named_with_the_call_that_used_it() {
        CallStory earlier = story;
        Grant withGrace = story.cash(40).then(Pocket.GRACE, Leg.NO_LOT, 20, story.terms.graceTariff());
        given(earlier.connectedOn(133, withGrace));
        given(earlier.settledAfter(50, withGrace));
        story = new CallStory();
        CallRequested later =
                new CallRequested(story.call, earlier.parties, Media.VOICE, PayWith.WALLET, story.terms, earlier.at(2));
        given(later, new HoldPlaced(earlier.wallet, story.call, story.terms, story.cash(30), earlier.at(2)));

        JsonNode told = get(path(), earlier.member, Role.MEMBER).body();

        assertThat(reasons(told, "HELD"))
                .contains("No grace: the 1 of the day (UTC) had been used by " + earlier.call + ".");
        assertThat(reasons(told, "CONSENTED"))
                .as("the day of the hold is the wallet's, the price the call's own")
                .isNotEmpty();
    }

    @Test
    void a_grace_that_was_not_reached_is_given_back_and_free_for_the_next_call() {
        CallStory earlier = story;
        Grant withGrace = story.cash(40).then(Pocket.GRACE, Leg.NO_LOT, 20, story.terms.graceTariff());
        given(earlier.connectedOn(133, withGrace));
        assertThat(reasons(asMember(path()).body(), "HELD"))
                .contains("The funds last for 40 s; a grace of 20 s lets the call reach second 60.");
        given(earlier.settledAfter(39, withGrace));
        assertThat(reasons(asMember(path()).body(), "CHARGED"))
                .contains("The call ended before its grace began, so none of the day's is used.");
        story = new CallStory();
        given(
                new CallRequested(story.call, earlier.parties, Media.VOICE, PayWith.WALLET, story.terms, earlier.at(2)),
                new HoldPlaced(earlier.wallet, story.call, story.terms, story.cash(30), earlier.at(2)));

        JsonNode told = get(path(), earlier.member, Role.MEMBER).body();

        assertThat(reasons(told, "HELD")).contains("No grace: no more than 30 s were asked for, and they were there.");
    }

    @Test
    void a_refusal_of_the_wallet_is_told_to_the_member_with_its_reason() {
        given(
                story.requested(),
                new HoldDeclined(story.wallet, story.call, HoldDecline.RECEIVABLE_OPEN, story.at(2)),
                new CallRefused(story.call, story.parties, RefuseReason.INSUFFICIENT_FUNDS, story.at(2)));

        JsonNode told = asMember(path()).body();

        assertThat(told.path("lines").findValuesAsString("step"))
                .containsExactly("CONSENTED", "HOLD_DECLINED", "REFUSED");
        assertThat(told.at("/lines/1/detail/reason").asString()).isEqualTo("RECEIVABLE_OPEN");
    }

    @Test
    void every_line_carries_the_link_of_its_event_as_soon_as_the_chain_has_come_to_it() {
        given(story.connectedOn(5000, story.cash(300)));
        given(story.settledAfter(37, story.cash(300)));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            for (JsonNode told :
                    List.of(asMember(path()).body(), asListener(path()).body())) {
                told.path("lines")
                        .forEach(line -> assertThat(line.path("link").asString(""))
                                .matches("[0-9a-f]{64}")
                                .isEqualTo(
                                        links.at(List.of(line.path("position").asLong()))
                                                .get(line.path("position").asLong())));
                assertThat(told.path("lines").findValuesAsString("link")).doesNotHaveDuplicates();
            }
        });
    }

    private static void everySentenceIsTrue(JsonNode told) {
        List<String> sentences = new ArrayList<>();
        told.path("lines").forEach(line -> line.path("because").forEach(why -> sentences.add(why.asString())));
        long roundings = 0;
        for (String sentence : sentences) {
            Matcher floor = FLOOR.matcher(sentence);
            while (floor.find()) {
                roundings++;
                assertThat(number(floor, 1) * number(floor, 2) / number(floor, 3))
                        .as(sentence)
                        .isEqualTo(
                                isSubtracted(sentence, floor)
                                        ? minuend(sentence, floor) - number(floor, 4)
                                        : number(floor, 4));
            }
            Matcher difference = DIFFERENCE.matcher(sentence);
            while (difference.find()) {
                assertThat(number(difference, 1) - number(difference, 2))
                        .as(sentence)
                        .isEqualTo(number(difference, 3));
            }
        }
        assertThat(roundings).isGreaterThanOrEqualTo(4);
    }

    /** {@code 199 − floor(…) = 170}: what follows the sign of equality is the difference. */
    private static boolean isSubtracted(String sentence, Matcher floor) {
        return sentence.substring(0, floor.start()).endsWith("− ");
    }

    private static long minuend(String sentence, Matcher floor) {
        String[] words = sentence.substring(0, floor.start()).split(" ");
        return Long.parseLong(words[words.length - 2]);
    }

    private static long number(Matcher found, int group) {
        return Long.parseLong(found.group(group));
    }

    private static List<String> reasons(JsonNode told, String step) {
        return told.path("lines")
                .valueStream()
                .filter(line -> line.path("step").asString().equals(step))
                .flatMap(line -> line.path("because").valueStream())
                .map(JsonNode::asString)
                .toList();
    }

    private static Tariff tariff(Terms terms, Pocket pocket) {
        return terms.burnOrder().stream()
                .filter(burn -> burn.pocket() == pocket)
                .findFirst()
                .orElseThrow()
                .tariff();
    }

    private CallRequested requested(Terms terms, PayWith payWith) {
        return new CallRequested(story.call, story.parties, Media.VOICE, payWith, terms, story.at(2));
    }

    private HoldPlaced placed(Terms terms, Grant grant) {
        return new HoldPlaced(story.wallet, story.call, terms, grant, story.at(2));
    }

    private static Money usd(long minor) {
        return Money.of(minor, "USD");
    }

    private String path() {
        return "/v1/calls/" + story.call + "/explain";
    }
}
