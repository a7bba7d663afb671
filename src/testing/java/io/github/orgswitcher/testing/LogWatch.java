package io.github.orgswitcher.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Sees to it that each test of a class leaves something out of the server's log, such as stack traces. */
public final class LogWatch implements BeforeEachCallback, AfterEachCallback {

    private final Supplier<KeycloakServer> server;
    private final String unwanted;
    private int before;

    private LogWatch(Supplier<KeycloakServer> server, String unwanted) {
        this.server = server;
        this.unwanted = unwanted;
    }

    /** For a field of the class, as an extension of JUnit's. */
    public static LogWatch without(Supplier<KeycloakServer> server, String unwanted) {
        return new LogWatch(server, unwanted);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        before = LogFromHere.of(server.get()).before();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertThat(text()).doesNotContain(unwanted);
    }

    /** What the server has logged since the test began. */
    public String text() {
        return new LogFromHere(server.get(), before).text();
    }
}
