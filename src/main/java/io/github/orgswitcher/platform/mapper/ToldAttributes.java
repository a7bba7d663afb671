package io.github.orgswitcher.platform.mapper;

import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.dom.saml.v2.assertion.AttributeType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/** Of the attributes that a mapper of Keycloak's makes for all organizations of a person, those that may be told. */
record ToldAttributes(KeycloakSession session, Told told) {

    /**
     * Adds attributes to a statement.
     *
     * @param mapper adds all of them to the statement that it is given
     * @param of whether an attribute, with what it may take out of it, is of the organization of this alias
     */
    void add(
            AttributeStatementType statement,
            Consumer<AttributeStatementType> mapper,
            BiPredicate<AttributeType, String> of) {
        if (told instanceof Told.AsKeycloak) {
            mapper.accept(statement);
        } else if (told instanceof Told.Only only) {
            OrganizationModel organization =
                    session.getProvider(OrganizationProvider.class).getById(only.orgId());
            if (organization != null) {
                AttributeStatementType all = new AttributeStatementType();
                mapper.accept(all);
                all.getAttributes().stream()
                        .filter(attribute -> of.test(attribute.getAttribute(), organization.getAlias()))
                        .forEach(statement::addAttribute);
            }
        }
    }
}
