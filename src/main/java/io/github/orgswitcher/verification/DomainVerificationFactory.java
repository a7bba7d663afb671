package io.github.orgswitcher.verification;

import io.github.orgswitcher.platform.Background;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderFactory;

/** Reads the server's options, and starts the periodic check once the database is there. */
public final class DomainVerificationFactory implements ProviderFactory<DomainVerification> {

    private VerificationConfig config = VerificationConfig.DEFAULT;
    private TxtResolver resolver = new JndiTxtResolver(config);

    @Override
    public String getId() {
        return "dns";
    }

    @Override
    public DomainVerification create(KeycloakSession session) {
        return new DomainVerification(session, resolver, new ProofRules(config.lapseAfter()));
    }

    @Override
    public void init(Config.Scope scope) {
        config = VerificationConfig.of(scope);
        resolver = new JndiTxtResolver(config);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(this::onEvent);
    }

    private void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent started) {
            schedule(started.getFactory());
        }
    }

    private void schedule(KeycloakSessionFactory factory) {
        Background.every(factory, new ProofRecheck(config.recheckInterval()), config.tick());
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(VerificationConfig.SERVERS)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText(
                        "Name servers that are asked for TXT records, as host or host:port, separated by commas; those of"
                                + " the operating system otherwise.")
                .add()
                .property()
                .name(VerificationConfig.TIMEOUT)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText("How long the first question to a name server waits; the second waits twice as long.")
                .defaultValue("1s")
                .add()
                .property()
                .name(VerificationConfig.RECHECK_INTERVAL)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText("How often the TXT record of a verified domain is looked up again.")
                .defaultValue("1d")
                .add()
                .property()
                .name(VerificationConfig.LAPSE_AFTER)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText("How long the TXT record of a verified domain may be missing before the domain is verified no"
                        + " longer.")
                .defaultValue("3d")
                .add()
                .build();
    }

    @Override
    public void close() {}
}
