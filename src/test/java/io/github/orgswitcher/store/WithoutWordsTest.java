package io.github.orgswitcher.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Throwables;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WithoutWordsTest {

    @Test
    void tellsWhereAndOfWhatKindButNotWhatItSays() {
        RuntimeException thrown =
                new IllegalStateException("of ada@acme.example", new NullPointerException("ada@acme.example"));

        String logged = Throwables.getStackTraceAsString(Objects.requireNonNull(WithoutWords.of(thrown)));

        assertThat(logged)
                .contains(
                        "IllegalStateException",
                        "NullPointerException",
                        "\tat " + getClass().getName())
                .doesNotContain("ada");
    }
}
