package dev.earshot.query.lab.replay;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.simulation.Cohort;
import dev.earshot.api.simulation.Window;
import dev.earshot.platform.web.Digests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;

/** Which calls are looked at. */
public record Scope(Window window, Cohort cohort) {
    /** Whether this account is drawn: by a keyed hash, so the same seed draws the same accounts, in runs of any window. */
    public boolean draws(AccountId member) {
        return cohort.sampleBasisPoints() == Cohort.WHOLE || lot(member) < cohort.sampleBasisPoints();
    }

    boolean includesCountry(Optional<String> country) {
        return cohort.countries().isEmpty()
                || country.filter(cohort.countries()::contains).isPresent();
    }

    boolean includes(ScriptCall call) {
        return window.contains(call.taped().requested().at())
                && (cohort.versions().isEmpty()
                        || cohort.versions().contains(call.terms().plan()))
                && (cohort.listeners().isEmpty() || cohort.listeners().contains(call.listener()));
    }

    boolean hasBegunAt(Instant at) {
        return !at.isBefore(window.from());
    }

    private int lot(AccountId member) {
        MessageDigest sha = Digests.sha256();
        sha.update(ByteBuffer.allocate(Long.BYTES).putLong(0, cohort.seed()));
        byte[] hash = sha.digest(member.value().getBytes(StandardCharsets.UTF_8));
        return (int) Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), Cohort.WHOLE);
    }
}
