package dev.earshot.app.audit;

import dev.earshot.query.audit.verify.finding.Finding;
import dev.earshot.query.audit.verify.finding.Verdict;
import java.util.Locale;

/** A verdict in words. */
final class Report {
    private Report() {}

    static String of(Verdict verdict) {
        StringBuilder text = new StringBuilder("\n");
        if (verdict.isSound()) {
            text.append("SOUND: ").append(sound(verdict.events() - verdict.unproven(), verdict));
        } else {
            text.append("TAMPERED: ").append(tampered(verdict));
        }
        if (verdict.unproven() > 0) {
            text.append("\n")
                    .append(some(verdict.unproven(), "later event is", "later events are"))
                    .append(" in no checkpoint yet: nothing proves them, nor that there were no more.");
        }
        if (verdict.unarchived() > 0) {
            text.append("\n")
                    .append(some(verdict.unarchived(), "checkpoint waits", "checkpoints wait"))
                    .append(" for a place in the archive.");
        }
        return text.toString();
    }

    private static String sound(long proven, Verdict verdict) {
        return some(proven, "event is", "events are")
                + " what was signed, up to position " + verdict.proven() + ", by "
                + some(verdict.checkpoints(), "checkpoint", "checkpoints")
                + verdict.signed().map(at -> ", the last of " + at).orElse("") + ".";
    }

    private static String tampered(Verdict verdict) {
        StringBuilder text = new StringBuilder(some(verdict.wrong(), "finding, at", "findings, the first at"))
                .append(" position ")
                .append(verdict.first().map(Finding::position).orElse(0L))
                .append(":");
        verdict.findings()
                .forEach(found ->
                        text.append("\n  ").append(found.flaw()).append(": ").append(found.text()));
        long more = verdict.wrong() - verdict.findings().size();
        return more > 0
                ? text.append(String.format(Locale.ROOT, "%n  and %,d more", more))
                        .toString()
                : text.toString();
    }

    private static String some(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }
}
