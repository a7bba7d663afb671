package io.github.orgswitcher.declared;

import io.github.orgswitcher.people.OrganizationGroups;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.store.DomainImports;
import io.github.orgswitcher.store.RealmStore;
import io.github.orgswitcher.store.Source;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/** The organization whose attributes are read, as far as what they mean depends on what it has. */
public interface Owner {

    /** One that has every group, and nothing else. */
    Owner OF_ALL = new Owner() {

        @Override
        public boolean hasGroup(String reference) {
            return true;
        }

        @Override
        public boolean lets(String domain, PolicyValues policy) {
            return true;
        }
    };

    /**
     * Whether the organization has a group.
     *
     * @param reference its id, or its path with a leading slash
     * @return whether it has
     */
    boolean hasGroup(String reference);

    /**
     * Whether the attributes can say something of a domain: what REST or the Admin Console has added is theirs.
     *
     * @param domain the pattern as stored
     * @param policy what the attributes say of it
     * @return whether the domain is not there, or the attributes', or says the same
     */
    boolean lets(String domain, PolicyValues policy);

    /**
     * An organization of a realm.
     *
     * @param session the Keycloak session, with the realm in its context
     * @param orgId its id; one that is gone has nothing
     * @return the organization
     */
    static Owner of(KeycloakSession session, String orgId) {
        DomainImports domains =
                RealmStore.of(session, session.getContext().getRealm()).imports();
        return new Owner() {

            @Override
            public boolean hasGroup(String reference) {
                OrganizationModel organization =
                        session.getProvider(OrganizationProvider.class).getById(orgId);
                return organization != null && new OrganizationGroups(session, organization).has(reference);
            }

            @Override
            public boolean lets(String domain, PolicyValues policy) {
                // As it was written in this very transaction, too.
                return domains.among(Set.of(orgId), Set.of(domain)).values().stream()
                        .allMatch(held -> held.source() == Source.ATTRIBUTE
                                || held.values().equals(policy));
            }
        };
    }
}
