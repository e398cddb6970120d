package dev.earshot.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.query.ledger.chart.Code;
import dev.earshot.query.ledger.chart.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartTest {
    private static final Map<Integer, Kind> KINDS =
            Map.of(1, Kind.ASSET, 2, Kind.LIABILITY, 4, Kind.INCOME, 5, Kind.COST);

    @ParameterizedTest
    @EnumSource
    void an_account_is_in_the_published_chart_and_its_number_tells_its_kind(Code code) throws IOException {
        String chart = Files.readString(Path.of("..", "docs", "ledger.md"));

        assertThat(chart).contains(String.valueOf(code.number()));
        assertThat(chart)
                .containsAnyOf("`" + code.name() + "`", "`_" + code.name().replaceAll("^PAYABLE_", "") + "`");
        assertThat(code.kind()).isEqualTo(KINDS.get(code.number() / 1000));
        assertThat(Code.called(code.name())).contains(code);
        assertThat(Code.called(String.valueOf(code.number()))).contains(code);
    }

    /** Lines keep the number: one that meant something else would turn old books into nonsense. */
    @Test
    void numbers_are_given_once() {
        assertThat(Arrays.stream(Code.values()).map(Code::number)).doesNotHaveDuplicates();
    }
}
