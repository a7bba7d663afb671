package io.github.orgswitcher.testing;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An integration test with a fresh realm per class. It runs on {@link KeycloakServer#shared()}; a subclass that overrides
 * {@link #server()} runs the same tests elsewhere:
 *
 * <pre>
 * &#64;RequiresDocker
 * final class LoginContainerIT extends LoginIT {
 *     &#64;Override
 *     protected KeycloakServer server() {
 *         return KeycloakServer.container();
 *     }
 * }
 * </pre>
 */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(RanOn.class)
public abstract class KeycloakSuite {

    private @Nullable TestRealm realm;

    /** The server of this class's realm. */
    protected KeycloakServer server() {
        return KeycloakServer.shared();
    }

    /** How this class's realm is made. */
    protected TestRealm createRealm() {
        return TestRealm.on(server());
    }

    /** This class's realm. */
    protected final TestRealm realm() {
        if (realm == null) {
            throw new IllegalStateException("There is no realm before the first and after the last test");
        }
        return realm;
    }

    @BeforeAll
    final void openRealm() {
        realm = createRealm();
    }

    @AfterAll
    final void closeRealm() {
        if (realm != null) {
            realm.close();
            realm = null;
        }
    }
}
