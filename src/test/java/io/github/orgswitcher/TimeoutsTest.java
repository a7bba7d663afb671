package io.github.orgswitcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No test waits for ever, and none has to say so itself. */
class TimeoutsTest {

    @ParameterizedTest
    @ValueSource(strings = {"testable", "lifecycle"})
    void everyMethodHasATimeout(String kind) throws IOException {
        Properties settings = new Properties();
        try (InputStream file = TimeoutsTest.class.getResourceAsStream("/junit-platform.properties")) {
            settings.load(file);
        }

        assertThat(settings.getProperty("junit.jupiter.execution.timeout." + kind + ".method.default"))
                .matches("[1-9][0-9]? m");
        assertThat(settings).doesNotContainKey("junit.jupiter.execution.timeout.mode");
    }
}
