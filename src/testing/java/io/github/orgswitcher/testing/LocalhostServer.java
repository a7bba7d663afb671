package io.github.orgswitcher.testing;

import java.net.URI;
import java.util.Map;
import javax.sql.DataSource;
import org.keycloak.admin.client.Keycloak;

/** A server on the loopback interface under its name instead of its number. */
record LocalhostServer(KeycloakServer server) implements KeycloakServer {

    @Override
    public URI baseUri() {
        return URI.create("http://localhost:" + server.baseUri().getPort());
    }

    @Override
    public URI backchannelUri() {
        return server.backchannelUri();
    }

    @Override
    public URI managementUri() {
        return server.managementUri();
    }

    @Override
    public ProcessHandle process() {
        return server.process();
    }

    @Override
    public String log() {
        return server.log();
    }

    @Override
    public Keycloak admin() {
        return server.admin();
    }

    @Override
    public Mailbox mailbox() {
        return server.mailbox();
    }

    @Override
    public Map<String, String> smtpSettings() {
        return server.smtpSettings();
    }

    @Override
    public DnsResponder dns() {
        return server.dns();
    }

    @Override
    public DataSource database() {
        return server.database();
    }
}
