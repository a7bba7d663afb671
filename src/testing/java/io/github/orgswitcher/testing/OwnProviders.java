package io.github.orgswitcher.testing;

import io.github.orgswitcher.testing.provider.BelievedAddressAuthenticatorFactory;
import io.github.orgswitcher.testing.provider.FrozenOrganizations;
import io.github.orgswitcher.veto.JoinDecisionFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.keycloak.authentication.AuthenticatorFactory;

/** The jar of the tests' own providers, always the same for the same classes. */
final class OwnProviders {

    private static final Class<?> FACTORY = BelievedAddressAuthenticatorFactory.class;

    private OwnProviders() {}

    static byte[] jar() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
            add(jar, AuthenticatorFactory.class, FACTORY);
            add(jar, JoinDecisionFactory.class, FrozenOrganizations.class);
            for (Path file : classes()) {
                add(
                        jar,
                        FACTORY.getPackageName().replace('.', '/') + "/" + file.getFileName(),
                        Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<Path> classes() throws IOException {
        try (Stream<Path> files = Files.list(
                Path.of(FACTORY.getResource(FACTORY.getSimpleName() + ".class").toURI())
                        .getParent())) {
            return files.sorted().toList();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(ZipOutputStream jar, Class<?> service, Class<?> factory) throws IOException {
        add(jar, "META-INF/services/" + service.getName(), factory.getName().getBytes(StandardCharsets.UTF_8));
    }

    private static void add(ZipOutputStream jar, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        jar.putNextEntry(entry);
        jar.write(content);
        jar.closeEntry();
    }
}
