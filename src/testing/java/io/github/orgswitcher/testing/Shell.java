package io.github.orgswitcher.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs what people copy from the documentation: with bash, in a folder of its own. */
public final class Shell {

    private static final long LIMIT_SECONDS = 120;

    private final Path directory;
    private final Map<String, String> environment;

    /** Scripts run in this folder, and find these variables. */
    public Shell(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = Map.copyOf(environment);
    }

    /**
     * What a script has left.
     *
     * @param exit its exit code
     * @param out what it printed
     * @param errors what it printed as errors
     */
    public record Result(int exit, String out, String errors) {}

    /** Runs a script to its end. */
    public Result run(String script) {
        Path out = directory.resolve("out");
        Path errors = directory.resolve("errors");
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", script)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile());
        bash.environment().putAll(environment);
        try {
            Process process = bash.start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("It did not end: " + script);
            }
            return new Result(process.exitValue(), Files.readString(out), Files.readString(errors));
        } catch (IOException e) {
            throw new UncheckedIOException(script, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
