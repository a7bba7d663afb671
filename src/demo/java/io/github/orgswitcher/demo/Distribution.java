package io.github.orgswitcher.demo;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;

/**
 * Keycloak as it is published, from the user's Maven repositories. It is not a dependency of the build: resolved here,
 * its download shows progress and a missing network can be said in a sentence.
 *
 * @param version Keycloak's version
 * @param localRepository the user's local repository
 * @param offline whether Maven was told not to use the network
 */
record Distribution(String version, Path localRepository, boolean offline) {

    /**
     * Unpacks the distribution, once.
     *
     * @param directory where its folder goes
     * @param progress takes a line for each step
     * @return the distribution's folder
     * @throws IOException where it cannot be written
     * @throws DemoException where it cannot be had
     */
    Path unpackInto(Path directory, Consumer<String> progress) throws IOException {
        Path home = directory.resolve("keycloak-" + version);
        if (Files.isDirectory(home)) {
            return home;
        }
        Path zip = download(progress);
        progress.accept("Unpacking Keycloak " + version);
        Path unfinished = directory.resolve("unpacking");
        FileTree.delete(unfinished);
        FileTree.unzip(zip, unfinished);
        // Only a folder that is whole gets the final name, so that an interrupted run does no harm.
        return Files.move(unfinished.resolve(home.getFileName()), home);
    }

    private Path download(Consumer<String> progress) {
        ContextOverrides overrides = ContextOverrides.create()
                .withUserSettings(true)
                .withLocalRepositoryOverride(localRepository)
                .offline(offline)
                .transferListener(new DownloadProgress("Keycloak " + version, progress))
                .build();
        try (Context maven = Runtimes.INSTANCE.getRuntime().create(overrides)) {
            ArtifactRequest request = new ArtifactRequest(
                    new DefaultArtifact("org.keycloak", "keycloak-quarkus-dist", "zip", version),
                    maven.remoteRepositories(),
                    "demo");
            return maven.repositorySystem()
                    .resolveArtifact(maven.repositorySystemSession(), request)
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new DemoException(reason(e), e);
        }
    }

    private String reason(ArtifactResolutionException e) {
        if (offline) {
            return "Keycloak " + version + " has not been downloaded yet and Maven is offline; run it once without -o.";
        }
        if (e.getCause() instanceof ArtifactNotFoundException) {
            return "There is no Keycloak " + version + " in the Maven repository; choose another one with"
                    + " -Dkeycloak.version=<version>.";
        }
        return "Keycloak " + version + " could not be downloaded from the Maven repository; check the network, or the"
                + " mirror and proxy in Maven's settings.xml.";
    }
}
