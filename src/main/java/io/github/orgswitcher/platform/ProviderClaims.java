package io.github.orgswitcher.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.keycloak.broker.oidc.mappers.AbstractClaimMapper;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.saml.SAMLEndpoint;
import org.keycloak.dom.saml.v2.assertion.AssertionType;

/** What an identity provider has said of a person in a login, beside the address. */
public final class ProviderClaims {

    private ProviderClaims() {}

    /**
     * A claim of a token or of the user info, or an attribute of a SAML assertion.
     *
     * @param identity what the provider has said
     * @param name the claim's name, with dots between the levels of a nested one; or the attribute's name
     * @return its text; empty where it is not there, or is no single value
     */
    public static Optional<String> text(BrokeredIdentityContext identity, String name) {
        return identity.getContextData().get(SAMLEndpoint.SAML_ASSERTION) instanceof AssertionType assertion
                ? attribute(assertion, name)
                : Optional.ofNullable(AbstractClaimMapper.getClaimValue(identity, name))
                        .flatMap(ProviderClaims::single);
    }

    private static Optional<String> single(Object value) {
        if (value instanceof JsonNode node) {
            return node.isValueNode() && !node.isNull() ? Optional.of(node.asText()) : Optional.empty();
        }
        return value instanceof String || value instanceof Boolean || value instanceof Number
                ? Optional.of(value.toString())
                : Optional.empty();
    }

    private static Optional<String> attribute(AssertionType assertion, String name) {
        List<Object> values = assertion.getAttributeStatements().stream()
                .flatMap(statement -> statement.getAttributes().stream())
                .map(choice -> choice.getAttribute())
                .filter(attribute -> name.equals(attribute.getName()))
                .flatMap(attribute -> attribute.getAttributeValue().stream())
                .toList();
        return values.size() == 1 ? single(values.get(0)) : Optional.empty();
    }
}
