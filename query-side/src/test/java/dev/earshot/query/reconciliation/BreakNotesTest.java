package dev.earshot.query.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.account.Role;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.BreakId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.money.Money;
import dev.earshot.api.person.ErasureReason;
import dev.earshot.api.person.PersonCommand.KeepTexts;
import dev.earshot.api.person.PersonEvent.AccountErased;
import dev.earshot.api.person.PersonEvent.TextsKept;
import dev.earshot.api.reconciliation.BreakEvent.BreakFound;
import dev.earshot.api.reconciliation.BreakEvent.BreakResolved;
import dev.earshot.api.reconciliation.BreakKind;
import dev.earshot.api.reconciliation.Figure;
import dev.earshot.api.reconciliation.Finding;
import dev.earshot.api.reconciliation.Movement;
import dev.earshot.api.reconciliation.ResolveReason;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.topup.TopUpEvent.TopUpPaid;
import dev.earshot.platform.people.Notes;
import dev.earshot.platform.people.Notes.Note;
import dev.earshot.platform.people.PersonKeys;
import dev.earshot.query.QueryTest;
import dev.earshot.query.person.Texts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What finance notes about breaks, which may be about somebody. */
class BreakNotesTest extends QueryTest {
    private static final AccountId FIN = new AccountId("acc_fin");

    @Autowired
    private Concerned concerned;

    @Autowired
    private Notes notes;

    @Autowired
    private PersonKeys keys;

    @Test
    void a_break_concerns_who_paid_or_talked_and_nobody_where_the_payment_is_unknown() {
        given(
                story.walletOpened(),
                story.topUpRequested(500),
                new TopUpPaid(story.topUp, story.wallet, Money.of(500, "USD"), reference(), story.start),
                story.requested());

        assertThat(concerned.by(finding(Movement.PAYMENT, reference()))).contains(story.member);
        assertThat(concerned.by(finding(Movement.REFUND, reference()))).contains(story.member);
        assertThat(concerned.by(finding(Movement.TALK, story.call.value()))).contains(story.member);
        assertThat(concerned.by(finding(Movement.PAYMENT, "n_unknown"))).isEmpty();
        assertThat(concerned.by(finding(Movement.TALK, new CallId("call_unknown").value())))
                .isEmpty();
    }

    @Test
    void a_note_is_read_by_finance_and_is_noise_everywhere_else_and_goes_with_its_person() throws Refused {
        Finding finding = finding(Movement.PAYMENT, reference());
        Note note = notes.about(
                finding.breakId().value(), Optional.of(story.member), "Ann was charged twice.", story.start);
        given(found(finding), kept(note.wish()), resolved(finding, note.id().value()));

        assertThat(found(finding.breakId()).path("found").path("note").asString())
                .isEqualTo("Ann was charged twice.");
        assertThat(sheet()).contains("Ann was charged twice.");
        assertThat(jdbc.queryForObject(
                        "SELECT count(*) FROM domain_event WHERE convert_from(payload, 'UTF8') LIKE '%charged twice%'",
                        Long.class))
                .isZero();
        assertThat(jdbc.queryForObject(
                        "SELECT note FROM break_view WHERE break_id = ?",
                        String.class,
                        finding.breakId().value()))
                .isEqualTo(note.id().value());

        keys.destroy(story.member, story.start);
        given(new AccountErased(story.member, story.member, ErasureReason.OWN_WISH, List.of(), story.start));

        assertThat(found(finding.breakId()).path("found").path("note").asString())
                .isEqualTo(Texts.ERASED);
        assertThat(sheet()).doesNotContain("Ann was charged twice.");
    }

    @Test
    void a_note_about_somebody_erased_or_nobody_is_the_houses_and_stays() throws Refused {
        keys.destroy(story.member, story.start);
        Finding finding = finding(Movement.PAYMENT, reference());
        Note note = notes.about(finding.breakId().value(), Optional.of(story.member), "Not ours.", story.start);

        assertThat(note.wish().personId().accountId()).isEqualTo(Notes.HOUSE);
        assertThat(notes.about(finding.breakId().value(), Optional.empty(), "Not ours.", story.start)
                        .id())
                .as("the same words about the same thing")
                .isEqualTo(note.id());
        assertThat(notes.about("brk_other", Optional.empty(), "Not ours.", story.start)
                        .id())
                .isNotEqualTo(note.id());
        given(found(finding), kept(note.wish()), resolved(finding, note.id().value()));
        assertThat(found(finding.breakId()).path("found").path("note").asString())
                .isEqualTo("Not ours.");
        for (String nobody : List.of(Notes.HOUSE.value(), "acc_nobody" + story.suffix)) {
            var export = get("/v1/admin/accounts/" + nobody + "/export", story.member, Role.ADMIN);
            assertThat(export.status()).as(export.toString()).isEqualTo(404);
            assertThat(export.code()).isEqualTo("ACCOUNT_UNKNOWN");
        }
    }

    @Test
    void a_note_that_an_older_fact_has_in_clear_stays_readable() {
        Finding finding = finding(Movement.PAYMENT, reference());
        given(found(finding), resolved(finding, "not_yet known: a rounding"));

        assertThat(found(finding.breakId()).path("found").path("note").asString())
                .isEqualTo("not_yet known: a rounding");
    }

    private String reference() {
        return "n_" + story.suffix;
    }

    private Finding finding(Movement movement, String reference) {
        return new Finding(
                "network",
                BreakKind.AMOUNT,
                movement,
                reference,
                new Figure(900, "USD"),
                new Figure(500, "USD"),
                story.start);
    }

    private BreakFound found(Finding finding) {
        return new BreakFound(finding.breakId(), finding, "rep_1", story.start);
    }

    private BreakResolved resolved(Finding finding, String note) {
        return new BreakResolved(finding.breakId(), FIN, ResolveReason.THEIR_ERROR, note, story.start);
    }

    private static TextsKept kept(KeepTexts wish) {
        return new TextsKept(wish.personId(), wish.subject(), wish.fields(), wish.at());
    }

    private JsonNode found(BreakId breakId) {
        return get("/v1/reconciliation/breaks/" + breakId, FIN, Role.FINANCE).body();
    }

    private String sheet() {
        return get("/v1/reconciliation/breaks.csv", FIN, Role.FINANCE).http().body();
    }
}
