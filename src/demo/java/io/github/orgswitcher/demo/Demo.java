package io.github.orgswitcher.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** {@code mvn -Pdemo}: gets Keycloak, starts the demo, says where to click, and ends it all with Ctrl-C. */
public final class Demo {

    private static final PrintStream OUT = System.out;

    private Demo() {}

    /**
     * Runs the demo until it is interrupted. What it needs to know comes as system properties, from the profile
     * {@code demo} of the build.
     *
     * @param arguments {@code offline=true} where Maven must not use the network
     */
    public static void main(String[] arguments) {
        AtomicBoolean ending = new AtomicBoolean();
        try {
            run(ending, List.of(arguments).contains("offline=true"));
        } catch (DemoException e) {
            fail(ending, e.sentence());
        } catch (IOException e) {
            fail(ending, "The demo cannot use a file or a port: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("try") // Ctrl-C closes the server, too
    private static void run(AtomicBoolean ending, boolean offline) throws IOException, InterruptedException {
        Ports ports = Ports.fromSystemProperties();
        ports.requireFree();
        Path project = Path.of(property("demo.project"));
        Path directory = Path.of(property("demo.directory"));
        Path home = new Distribution(property("demo.keycloak"), Path.of(property("demo.repository")), offline)
                .unpackInto(directory, OUT::println);
        DemoFiles files = DemoFiles.of(project, home, Path.of(property("demo.jar")));
        try (DemoServer server = new DemoServer(ports, files)) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                ending.set(true);
                                server.close();
                            },
                            "demo-end"));
            KeycloakServer keycloak = server.open(OUT::println);
            OUT.println(Banner.text(ports, files.log()));
            keycloak.awaitEnd();
            throw new DemoException("Keycloak has ended; " + files.log() + " says why.");
        }
    }

    /** Leaves Maven's process at once, without its report of a failed build, which would bury the sentence. */
    private static void fail(AtomicBoolean ending, String sentence) {
        // Ctrl-C ends Keycloak too, and that is no failure.
        if (!ending.get()) {
            System.err.println(sentence);
        }
        System.exit(1);
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new DemoException("The property " + name + " is missing; start the demo with mvn -Pdemo.");
        }
        return value;
    }
}
