package io.github.orgswitcher.setup;

import io.github.orgswitcher.broker.EmailAuthorityMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The mapper that says how far an identity provider's word on an address goes, at each provider whose logins end with the
 * switcher. A realm attribute remembers which ones the set-up has added; those that have been given settings since, and
 * those that others have added, are left alone.
 */
final class EmailAuthority {

    private static final String NAME = "email authority";
    private static final String MADE = "org-switcher.setup.email-authority";
    private static final Map<String, String> AS_MADE = Map.of("syncMode", "INHERIT");

    private final KeycloakSession session;
    private final RealmModel realm;

    EmailAuthority(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Gives these identity providers the mapper, and takes it from the others that the set-up has given it. */
    void set(Set<String> aliases) {
        Set<String> made = made();
        List<IdentityProviderMapperModel> needless = session.identityProviders()
                .getMappersStream()
                .filter(mapper -> made.contains(mapper.getId()) && !aliases.contains(mapper.getIdentityProviderAlias()))
                .toList();
        for (IdentityProviderMapperModel mapper : needless) {
            if (AS_MADE.equals(mapper.getConfig())) {
                session.identityProviders().removeMapper(mapper);
            }
            made.remove(mapper.getId());
        }
        aliases.stream().filter(this::isMissing).forEach(alias -> made.add(add(alias)));
        if (made.isEmpty()) {
            realm.removeAttribute(MADE);
        } else {
            realm.setAttribute(MADE, String.join(" ", made));
        }
    }

    private boolean isMissing(String alias) {
        return session.identityProviders()
                .getMappersByAliasStream(alias)
                .noneMatch(mapper -> EmailAuthorityMapper.PROVIDER_ID.equals(mapper.getIdentityProviderMapper()));
    }

    private String add(String alias) {
        IdentityProviderMapperModel mapper = new IdentityProviderMapperModel();
        mapper.setName(NAME);
        mapper.setIdentityProviderAlias(alias);
        mapper.setIdentityProviderMapper(EmailAuthorityMapper.PROVIDER_ID);
        mapper.setConfig(AS_MADE);
        return session.identityProviders().createMapper(mapper).getId();
    }

    private Set<String> made() {
        return Optional.ofNullable(realm.getAttribute(MADE)).stream()
                .flatMap(ids -> Stream.of(ids.split(" ")))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
