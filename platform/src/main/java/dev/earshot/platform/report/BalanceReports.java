package dev.earshot.platform.report;

import dev.earshot.api.refusal.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The books of one payment provider, as it reports them. */
public interface BalanceReports {
    /** The provider. */
    String provider();

    /** The formats that can be read. */
    Set<String> formats();

    /** What the provider's names for payments and payouts begin with: by this it is known whose they are. */
    List<String> namesBeginWith();

    /** How long after it has happened something is surely in a report. */
    Duration settles();

    /**
     * Reads a report that somebody brings, in constant memory. Refuses, at the first line that is wrong, what is not such a
     * report; what was read before is then worth nothing.
     *
     * @param format one of {@link #formats()}
     * @param strict whether a column that nobody here knows is refused
     */
    void read(String format, InputStream report, boolean strict, ReportLines lines) throws Refused, IOException;

    /** Whether the provider can be asked, as things are set up. */
    boolean canBePulled();

    /** Asks the provider itself; only where that is possible. Fails where the provider does not answer. */
    void pull(Instant from, Instant until, ReportLines lines) throws Refused;
}
