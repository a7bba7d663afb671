package io.github.orgswitcher.notice;

import io.github.orgswitcher.platform.Background;
import io.github.orgswitcher.platform.Errand;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderFactory;

/** Reads the server's options, and starts the postman's rounds once the database is there. */
public final class PostmanFactory implements ProviderFactory<Postman> {

    private final Errand errand = new Errand();
    private Rounds rounds = Rounds.DEFAULT;

    @Override
    public String getId() {
        return "outbox";
    }

    @Override
    public Postman create(KeycloakSession session) {
        return new Postman(session, rounds, errand);
    }

    @Override
    public void init(Config.Scope scope) {
        rounds = Rounds.of(scope);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(this::onEvent);
    }

    private void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent started) {
            Background.every(started.getFactory(), new PostmanRound(), rounds.tick());
        }
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(Rounds.RETRY_AFTER)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText(
                        "How long after a mail could not be sent it is tried again; each time twice as long, up to an hour.")
                .defaultValue("1m")
                .add()
                .property()
                .name(Rounds.GIVE_UP_AFTER)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText("How old a mail becomes that cannot be sent, before it is given up.")
                .defaultValue("3d")
                .add()
                .property()
                .name(Rounds.DIGEST_INTERVAL)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText("How long further requests to join, and welcomes, wait after a mail about one.")
                .defaultValue("1d")
                .add()
                .build();
    }

    @Override
    public void close() {}
}
