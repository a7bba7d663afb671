package io.github.orgswitcher.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/** A provider factory that shows the extension's version in the Admin Console, under <i>Server info</i>, <i>Provider info</i>. */
public interface Versioned extends ServerInfoAwareProviderFactory {

    @Override
    default Map<String, String> getOperationalInfo() {
        return Map.of("version", version(), "links", RunningKeycloak.links().version());
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = Versioned.class.getResourceAsStream("/META-INF/org-switcher.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
