package io.github.orgswitcher.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogTraceTest {

    @Test
    void eachEntryWithFramesIsOne() {
        String log = """
                2026-01-01 10:00:00,000 INFO  [a] (main) Started
                2026-01-01 10:00:01,000 ERROR [b] (main) Uncaught server error: java.lang.RuntimeException: one
                \tat org.example.One.run(One.java:1)
                Caused by: java.lang.IllegalStateException: why
                \tat org.example.Two.run(Two.java:2)
                \t... 3 more
                2026-01-01 10:00:02,000 WARN  [c] (main) A text
                of two lines
                2026-01-01 10:00:03,000 ERROR [d] (main) two: java.lang.RuntimeException
                \tat org.example.Three.run(Three.java:3)
                """;

        assertThat(LogTrace.in(log)).hasSize(2);
        assertThat(LogTrace.in(log).get(0).head()).endsWith("RuntimeException: one");
        assertThat(LogTrace.in(log).get(0).text())
                .contains("Caused by", "3 more")
                .doesNotContain("A text");
        assertThat(LogTrace.in(log).get(1).head()).contains("[d]");
    }

    @Test
    void aLogCanHaveNone() {
        assertThat(LogTrace.in("")).isEmpty();
        assertThat(LogTrace.in("2026-01-01 10:00:00,000 INFO  [a] (main) Started\n"))
                .isEmpty();
    }
}
