package io.github.orgswitcher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The platform on a Keycloak that has the types of 26.8: stand-ins of the shape that was published, in a class loader of their
 * own, where they stand before the jars that we compile against.
 */
class NextKeycloakTest {

    private static final Path STAND_INS = Path.of("src/test/keycloak-26.8");
    private static final String TESTS = "io.github.orgswitcher.platform.LinksOf268";

    @TempDir
    static Path compiled;

    private static NextKeycloak next;

    @BeforeAll
    static void compile() throws IOException {
        compile(file -> true, compiled.resolve("whole"));
        next = new NextKeycloak(compiled.resolve("whole"));
    }

    @AfterAll
    static void close() throws IOException {
        next.close();
    }

    @TestFactory
    Stream<DynamicTest> linksOf268() throws ReflectiveOperationException {
        Class<?> tests = Class.forName(TESTS, true, next);
        return Stream.of(tests.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(method -> DynamicTest.dynamicTest(method.getName(), () -> run(tests, method)));
    }

    /** Half of the new types, as a snapshot of the next Keycloak might have them: nothing is guessed. */
    @Test
    void whatIsMixedIsClosed() throws IOException, ReflectiveOperationException {
        Path half = compiled.resolve("half");
        compile(file -> file.endsWith("IdentityProviderModel.java"), half);
        try (NextKeycloak mixed = new NextKeycloak(half)) {
            assertThat(chosen(mixed)).isEqualTo("UnknownLinks");
        }
    }

    @Test
    void theKeycloakThatWeCompileAgainstIsRecognized() throws IOException, ReflectiveOperationException {
        try (NextKeycloak none = new NextKeycloak(compiled.resolve("none"))) {
            assertThat(chosen(none)).isEqualTo("OneOrganizationLinks");
        }
    }

    private static String chosen(ClassLoader keycloak) throws ReflectiveOperationException {
        Method links =
                Class.forName(RunningKeycloak.class.getName(), true, keycloak).getDeclaredMethod("links");
        links.setAccessible(true);
        return links.invoke(null).getClass().getSimpleName();
    }

    private static void run(Class<?> tests, Method method) throws Throwable {
        try {
            method.invoke(tests.getConstructor().newInstance());
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void compile(Predicate<Path> which, Path into) throws IOException {
        Files.createDirectories(into);
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-nowarn", "-d", into.toString(), "-cp", System.getProperty("java.class.path")));
        try (Stream<Path> sources = Files.walk(STAND_INS)) {
            sources.filter(file -> file.toString().endsWith(".java"))
                    .filter(which)
                    .map(Path::toString)
                    .forEach(arguments::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .as("the stand-ins compile")
                .isZero();
    }

    /** Keycloak's classes and ours anew, the stand-ins first; all else is the tests' own. */
    private static final class NextKeycloak extends URLClassLoader {

        NextKeycloak(Path standIns) {
            super(urls(standIns), NextKeycloakTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("org.keycloak.") && !name.startsWith("io.github.orgswitcher.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }

        private static URL[] urls(Path standIns) {
            return Stream.concat(
                            Stream.of(standIns.toString() + File.separator),
                            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)))
                    .map(NextKeycloak::url)
                    .toArray(URL[]::new);
        }

        private static URL url(String place) {
            try {
                return Path.of(place).toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
