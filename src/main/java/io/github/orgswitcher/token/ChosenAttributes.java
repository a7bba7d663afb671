package io.github.orgswitcher.token;

import io.github.orgswitcher.decision.Standing.Choice;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.dom.saml.v2.assertion.AttributeType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/** Of the attributes that a mapper of Keycloak's makes for all organizations of a person, those of the chosen one. */
final class ChosenAttributes {

    private final @Nullable Choice choice;
    private final OrganizationProvider organizations;

    private ChosenAttributes(@Nullable Choice choice, OrganizationProvider organizations) {
        this.choice = choice;
        this.organizations = organizations;
    }

    static ChosenAttributes of(KeycloakSession session, AuthenticatedClientSessionModel clientSession) {
        return new ChosenAttributes(
                OrganizationNote.choice(clientSession.getNote(OrganizationNote.NAME)),
                session.getProvider(OrganizationProvider.class));
    }

    /**
     * Adds attributes to a statement.
     *
     * @param mapper adds all of them to the statement that it is given
     * @param chosen whether an attribute, with what it may take out of it, is of the organization of this alias
     */
    void add(
            AttributeStatementType statement,
            Consumer<AttributeStatementType> mapper,
            BiPredicate<AttributeType, String> chosen) {
        if (choice == null) {
            mapper.accept(statement);
            return;
        }
        OrganizationModel organization = choice.orgId() == null ? null : organizations.getById(choice.orgId());
        if (organization != null) {
            AttributeStatementType all = new AttributeStatementType();
            mapper.accept(all);
            all.getAttributes().stream()
                    .filter(attribute -> chosen.test(attribute.getAttribute(), organization.getAlias()))
                    .forEach(statement::addAttribute);
        }
    }
}
