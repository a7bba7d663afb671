package io.github.orgswitcher.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A copy of the distribution with the provider jar, after {@code kc build}. The build takes half a minute, so it is kept
 * for the next run and made again only for another jar, another Keycloak or other build options.
 */
record BuiltDistribution(Path home, DatabaseKind database, boolean extended) {

    static BuiltDistribution on(DatabaseKind database) {
        return in(database.directory(), database, true);
    }

    /** One that has no providers but Keycloak's, to be compared with. */
    static BuiltDistribution bare(DatabaseKind database) {
        return in(database.directory().resolve("bare"), database, false);
    }

    private static BuiltDistribution in(Path directory, DatabaseKind database, boolean extended) {
        BuiltDistribution distribution = new BuiltDistribution(directory.resolve("server"), database, extended);
        distribution.make(directory);
        return distribution;
    }

    private void make(Path directory) {
        Path keyFile = directory.resolve("server.key");
        String key = key();
        try {
            Files.createDirectories(directory);
            if (!Files.exists(keyFile) || !Files.readString(keyFile).equals(key)) {
                Files.deleteIfExists(keyFile);
                build(directory.resolve("build.log"));
                Files.writeString(keyFile, key);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> buildOptions() {
        return List.of("--db=" + database.option(), "--health-enabled=true", "--metrics-enabled=true");
    }

    /** Prepares a call of the distribution's launcher, its output going to a file. */
    ProcessBuilder launcher(Path log, List<String> arguments) {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        Path script = home.resolve("bin").resolve(windows ? "kc.bat" : "kc.sh");
        List<String> command = new ArrayList<>();
        if (!windows) {
            command.add("sh");
        }
        command.add(script.toString());
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    }

    private void build(Path log) throws IOException {
        Distribution.copyTo(home);
        if (extended) {
            Path jar = FixtureSettings.providerJar();
            Files.copy(jar, home.resolve("providers").resolve(jar.getFileName()));
            Files.write(home.resolve("providers").resolve("tests-own.jar"), OwnProviders.jar());
        }
        List<String> arguments = new ArrayList<>(List.of("build"));
        arguments.addAll(buildOptions());
        Process build = launcher(log, arguments).start();
        try {
            if (build.waitFor() != 0) {
                throw new IllegalStateException("kc build failed:\n" + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while kc build ran", e);
        } finally {
            build.descendants().forEach(ProcessHandle::destroyForcibly);
            build.destroyForcibly();
        }
    }

    private String key() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(FixtureSettings.providerJar()));
            digest.update(OwnProviders.jar());
            digest.update((FixtureSettings.keycloakVersion() + buildOptions()).getBytes());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException("The provider jar cannot be read", e);
        }
    }
}
