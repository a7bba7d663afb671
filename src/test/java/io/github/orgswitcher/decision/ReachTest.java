package io.github.orgswitcher.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {

    /** Own proof, witnesses, and which of three organizations the proof opens, and whether one that is only made now. */
    @ParameterizedTest
    @CsvSource({
        "false, '',            acme globex labs, true",
        "false, globex,        globex,           false",
        "false, globex labs,   globex labs,      false",
        "false, gone,          '',               false",
        "true,  '',            acme globex labs, true",
        "true,  globex,        acme globex labs, true",
        "true,  globex labs,   acme globex labs, true",
    })
    void reaches(boolean own, String witnesses, String opened, boolean everywhere) {
        Reach reach = Reach.of(own, words(witnesses));

        assertThat(Stream.of("acme", "globex", "labs").filter(reach::covers).collect(Collectors.toSet()))
                .isEqualTo(words(opened));
        assertThat(reach.everywhere()).isEqualTo(everywhere);
    }

    private static Set<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }
}
