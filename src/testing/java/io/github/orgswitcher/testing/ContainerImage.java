package io.github.orgswitcher.testing;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;

/** The public Keycloak image of the version under test. Where it cannot be had once, nobody asks for it again in this run. */
final class ContainerImage {

    private static final long PULL_LIMIT_MINUTES = 8;

    private ContainerImage() {}

    static String name() {
        return "quay.io/keycloak/keycloak:" + FixtureSettings.keycloakVersion();
    }

    /** Whether the engine has it, or can fetch it. */
    static boolean isThere() {
        return Asked.IS_THERE;
    }

    /** Testcontainers would try for minutes, whatever the registry says. */
    private static boolean find() {
        DockerClient engine = DockerClientFactory.lazyClient();
        try {
            engine.inspectImageCmd(name()).exec();
            return true;
        } catch (NotFoundException notYetFetched) {
            return pull(engine);
        }
    }

    private static boolean pull(DockerClient engine) {
        try {
            return engine.pullImageCmd(name()).start().awaitCompletion(PULL_LIMIT_MINUTES, TimeUnit.MINUTES);
        } catch (DockerClientException | DockerException refused) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static final class Asked {
        static final boolean IS_THERE = find();
    }
}
