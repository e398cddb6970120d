package dev.earshot.app.audit;

import dev.earshot.query.audit.verify.Finding;
import dev.earshot.query.audit.verify.Verdict;
import java.util.Locale;

/** A verdict in words. */
final class Report {
    private Report() {}

    static String of(Verdict verdict) {
        StringBuilder text = new StringBuilder("\n");
        if (verdict.isSound()) {
            text.append(String.format(
                    Locale.ROOT,
                    "SOUND: %,d events are what was signed, up to position %d, by %,d checkpoints.",
                    verdict.events() - verdict.unproven(),
                    verdict.proven(),
                    verdict.checkpoints()));
        } else {
            text.append(String.format(
                    Locale.ROOT,
                    "TAMPERED: %,d findings, the first at position %d:",
                    verdict.wrong(),
                    verdict.first().map(Finding::position).orElse(0L)));
            verdict.findings()
                    .forEach(found -> text.append("\n  ")
                            .append(found.flaw())
                            .append(": ")
                            .append(found.text()));
            if (verdict.wrong() > verdict.findings().size()) {
                text.append(String.format(
                        Locale.ROOT,
                        "%n  and %,d more",
                        verdict.wrong() - verdict.findings().size()));
            }
        }
        if (verdict.unproven() > 0) {
            text.append(String.format(Locale.ROOT, "%n%,d later events are in no checkpoint yet.", verdict.unproven()));
        }
        if (verdict.unarchived() > 0) {
            text.append(String.format(
                    Locale.ROOT, "%n%,d checkpoints wait for their place in the archive.", verdict.unarchived()));
        }
        return text.toString();
    }
}
