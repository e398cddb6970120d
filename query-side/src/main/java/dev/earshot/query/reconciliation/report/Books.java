package dev.earshot.query.reconciliation.report;

import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.report.BalanceReports;
import dev.earshot.platform.report.ReportRefusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All providers whose reports can be read here; none in a process that knows no providers. */
@Component
class Books {
    private final List<BalanceReports> all;

    Books(ObjectProvider<BalanceReports> all) {
        this.all = all.stream().toList();
    }

    Stream<BalanceReports> all() {
        return all.stream();
    }

    Optional<BalanceReports> find(String provider) {
        return all().filter(books -> books.provider().equals(provider)).findFirst();
    }

    /** The books of this provider. */
    BalanceReports of(String provider) throws Refused {
        return find(provider).orElseThrow(() -> unknown(provider, ""));
    }

    /** The books of this provider, in this format. */
    BalanceReports of(String provider, String format) throws Refused {
        return find(provider)
                .filter(books -> books.formats().contains(format))
                .orElseThrow(() -> unknown(provider, " in the format \"" + format + "\""));
    }

    private Refused unknown(String provider, String format) {
        List<String> known = all().flatMap(books -> books.formats().stream().map(one -> books.provider() + " " + one))
                .sorted()
                .toList();
        return ReportRefusal.REPORT_FORMAT_UNKNOWN.of(
                "nobody here reads reports of \"%s\"%s; there are %s", provider, format, known);
    }
}
