package io.github.orgswitcher.testing;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** The unpacked Keycloak distribution and the jar under test, for what starts a Keycloak of its own. */
public final class Distribution {

    private Distribution() {}

    /**
     * Copies the distribution as it was published, in place of what is there.
     *
     * @param home the folder that becomes Keycloak's
     * @throws IOException where it cannot be written
     */
    public static void copyTo(Path home) throws IOException {
        deleteTree(home);
        copyTree(FixtureSettings.distribution(), home);
    }

    /** A folder for tests below the build's own. */
    public static Path directory(String name) {
        return FixtureSettings.directory().resolve(name);
    }

    /** One of the tools that come with Keycloak, such as {@code kcadm.sh}. */
    public static Path tool(String name) {
        return FixtureSettings.distribution().resolve("bin").resolve(name);
    }

    /** Where the jars are that make up Keycloak. */
    public static Path libraries() {
        return FixtureSettings.distribution().resolve("lib").resolve("lib");
    }

    /** The provider jar under test. */
    public static Path providerJar() {
        return FixtureSettings.providerJar();
    }

    private static void copyTree(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectories(to.resolve(from.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
