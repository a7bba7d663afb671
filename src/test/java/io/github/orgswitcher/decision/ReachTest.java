package io.github.orgswitcher.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {

    /**
     * Own proof, who has named this very address, whether something on record says otherwise; which of three organizations
     * are opened, and whether one that is only made now, and whether nobody's word counts.
     */
    @ParameterizedTest
    @CsvSource({
        "false, '',          false, acme globex labs, true,  false",
        "false, '',          true,  '',               false, true",
        "false, globex,      true,  globex,           false, false",
        "false, globex,      false, globex,           false, false",
        "false, globex labs, true,  globex labs,      false, false",
        "false, gone,        true,  '',               false, false",
        "true,  '',          false, acme globex labs, true,  false",
        "true,  '',          true,  acme globex labs, true,  false",
        "true,  globex,      true,  acme globex labs, true,  false",
    })
    void reaches(
            boolean own, String witnesses, boolean contradicted, String opened, boolean everywhere, boolean nowhere) {
        Reach reach = Reach.of(own, words(witnesses), contradicted);

        assertThat(Stream.of("acme", "globex", "labs").filter(reach::covers).collect(Collectors.toSet()))
                .isEqualTo(words(opened));
        assertThat(reach.everywhere()).isEqualTo(everywhere);
        assertThat(reach.nowhere()).isEqualTo(nowhere);
    }

    /** Witnesses, what the domain opens now, who holds it, and whether the address is as good as not proven. */
    @ParameterizedTest
    @CsvSource({
        "globex,      globex,      globex,      false",
        "globex labs, globex,      globex,      false",
        "globex labs, globex,      globex labs, false",
        "globex labs, globex labs, globex labs, false",
        "globex,      globex,      globex labs, true",
        "globex,      '',          globex,      true",
        "globex labs, '',          globex labs, true",
        "globex,      labs,        globex labs, true",
        "globex,      labs,        labs,        true",
        "globex,      '',          '',          true",
        "'',          globex,      globex,      true",
        "'',          '',          '',          true",
    })
    void isHearsayUnlessItOpensWhatItsOwnWordIsOfAndNobodyElseHoldsIt(
            String witnesses, String opened, String holding, boolean hearsay) {
        assertThat(Reach.of(false, words(witnesses), true).isHearsay(words(opened), words(holding)))
                .isEqualTo(hearsay);
        assertThat(Reach.EVERYWHERE.isHearsay(words(opened), words(holding))).isFalse();
    }

    private static Set<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }
}
