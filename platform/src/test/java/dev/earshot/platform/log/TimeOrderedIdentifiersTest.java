package dev.earshot.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class TimeOrderedIdentifiersTest {
    @Test
    void axon_finds_them_and_each_is_greater_than_the_last() {
        List<String> made = Stream.generate(IdentifierFactory.getInstance()::generateIdentifier)
                .limit(1_000)
                .toList();
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(TimeOrderedIdentifiers.class);
        assertThat(made).doesNotHaveDuplicates().isSorted();
    }
}
