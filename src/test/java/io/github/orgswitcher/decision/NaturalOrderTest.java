package io.github.orgswitcher.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

    @Test
    void numbersCountAsNumbers() {
        List<String> wanted =
                List.of("Acme", "Acme 2024", "Acme Labs", "team", "Team 1", "team 2", "Team 10", "Team 12", "Team x");

        assertThat(wanted.stream().sorted(NaturalOrder.OF_NAMES.reversed()).sorted(NaturalOrder.OF_NAMES))
                .containsExactlyElementsOf(wanted);
    }
}
