package io.github.orgswitcher.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {

    /** A single one in brackets would be a list to Hibernate, which then keeps nothing of the query. */
    @ParameterizedTest
    @CsvSource({"0, 2", "1, 2", "2, 2", "3, 4", "4, 4", "5, 8", "8, 8", "9, 16"})
    void numberIsAPowerOfTwo(int values, int places) {
        String query =
                Places.of("names", Collections.nCopies(values, "acme.example")).in("n.name in (:names)");

        assertThat(query.split(":names", -1)).hasSize(places + 1);
    }

    @ParameterizedTest
    @CsvSource({"n.name = :names, n.name = :names", "n.name in (:namesakes), n.name in (:namesakes)"})
    void anotherParameterIsLeftAlone(String query, String expected) {
        assertThat(Places.of("names", List.of("acme.example")).in(query)).isEqualTo(expected);
    }
}
