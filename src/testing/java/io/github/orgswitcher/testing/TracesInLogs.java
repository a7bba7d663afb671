package io.github.orgswitcher.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a class in whose time a server of the fixture has logged a stack trace that is not a {@link LeavesTrace}: whatever
 * people do, and do at the same time, ends in words. JUnit finds it by itself in integration tests, so no class can forget it.
 */
public final class TracesInLogs implements AfterAllCallback {

    /**
     * What Keycloak logs where another server does not answer: for mail, for applications' logout, for a directory. It is a trace like
     * any other where {@link AllServersAnswer}.
     */
    private static final List<String> NO_ANSWER = List.of(
            "KC-SERVICES0029: Failed to send email",
            "KC-SERVICES0057: Logout for client",
            "[org.keycloak.storage.UserStorageManager]",
            "[org.keycloak.storage.ldap.idm.store.ldap.LDAPOperationManager]");

    private final FileTime start =
            FileTime.fromMillis(ManagementFactory.getRuntimeMXBean().getStartTime());
    private final Map<Path, Integer> read = new HashMap<>();

    @Override
    public void afterAll(ExtensionContext context) {
        if (context.getRequiredTestClass().getEnclosingClass() != null) {
            return;
        }
        LeavesTrace[] expected = context.getRequiredTestClass().getAnnotationsByType(LeavesTrace.class);
        boolean allAnswer = context.getRequiredTestClass().isAnnotationPresent(AllServersAnswer.class);
        List<LogTrace> unexpected = logs().flatMap(log -> LogTrace.in(sinceLast(log)).stream())
                .filter(trace -> allAnswer || NO_ANSWER.stream().noneMatch(trace.head()::contains))
                .filter(trace -> Stream.of(expected).noneMatch(each -> isOf(each, trace)))
                .toList();
        if (!unexpected.isEmpty()) {
            throw new AssertionError(unexpected.size() + " unexpected traces in the servers' logs, the first of them:\n"
                    + unexpected.get(0));
        }
    }

    private static boolean isOf(LeavesTrace expected, LogTrace trace) {
        return trace.text().contains(expected.of())
                && (expected.without().isEmpty() || !trace.text().contains(expected.without()));
    }

    private String sinceLast(Path log) {
        String text = textOf(log);
        int before = read.getOrDefault(log, 0);
        read.put(log, text.length());
        // A node that starts anew begins its log anew.
        return text.substring(before <= text.length() ? before : 0);
    }

    /** The logs of this run; what another left lies there, too. */
    private Stream<Path> logs() {
        Path directory = FixtureSettings.directory();
        if (!Files.isDirectory(directory)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.find(
                directory,
                2,
                (file, attributes) -> file.toString().endsWith(".log")
                        && attributes.isRegularFile()
                        && attributes.lastModifiedTime().compareTo(start) >= 0)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String textOf(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
