package dev.earshot.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.platform.IntegrationTest;
import dev.earshot.platform.Platform;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest(Platform.class)
class PersonalTextsTest {
    @Autowired
    private PersonalTexts texts;

    private final String lea = "lis_" + UUID.randomUUID();
    private final String tom = "lis_" + UUID.randomUUID();

    @Test
    void fields_are_written_one_by_one_and_an_empty_text_is_forgotten() {
        texts.put(lea, Map.of("displayName", "Lea", "bio", "I listen."));
        texts.put(lea, Map.of("displayName", "Léa", "bio", "", "location", "Lisbon"));

        assertThat(texts.of(lea)).isEqualTo(Map.of("displayName", "Léa", "location", "Lisbon"));
    }

    @Test
    void several_subjects_are_read_in_one_question() {
        texts.put(lea, Map.of("displayName", "Lea"));
        texts.put(tom, Map.of("displayName", "Tom"));

        assertThat(texts.of(List.of(lea, tom, "lis_nobody")))
                .isEqualTo(Map.of(lea, Map.of("displayName", "Lea"), tom, Map.of("displayName", "Tom")));
        assertThat(texts.of(List.of())).isEmpty();
    }

    @Test
    void what_is_erased_is_gone_and_others_stay() {
        texts.put(lea, Map.of("displayName", "Lea"));
        texts.put(tom, Map.of("displayName", "Tom"));

        texts.erase(lea);

        assertThat(texts.of(lea)).isEmpty();
        assertThat(texts.of(tom)).isNotEmpty();
    }
}
