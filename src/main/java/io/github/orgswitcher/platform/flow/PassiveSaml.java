package io.github.orgswitcher.platform.flow;

import jakarta.ws.rs.HttpMethod;
import java.util.Optional;
import org.keycloak.dom.saml.v2.protocol.AuthnRequestType;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.saml.SAMLRequestParser;
import org.keycloak.saml.processing.core.saml.v2.common.SAMLDocumentHolder;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A SAML request with {@code IsPassive}, for which no page may be shown. Keycloak answers it in the request that brings it, once
 * it has found it valid, and notes nothing of it in the login.
 */
public final class PassiveSaml {

    private static final String PROTOCOL = "saml";
    private static final String REQUEST = "SAMLRequest";

    private PassiveSaml() {}

    /**
     * Whether a request is one.
     *
     * @param session the Keycloak session, with the realm in its context
     * @param authSession the login that the request has begun
     * @return whether it is
     */
    public static boolean isUnderWay(KeycloakSession session, AuthenticationSessionModel authSession) {
        KeycloakContext context = session.getContext();
        String endpoint = "/realms/" + context.getRealm().getName() + "/protocol/" + PROTOCOL;
        return PROTOCOL.equals(authSession.getProtocol())
                && context.getUri().getAbsolutePath().getPath().endsWith(endpoint)
                && sent(context)
                        .map(SAMLDocumentHolder::getSamlObject)
                        .filter(AuthnRequestType.class::isInstance)
                        .map(AuthnRequestType.class::cast)
                        .filter(request -> Boolean.TRUE.equals(request.isIsPassive()))
                        .isPresent();
    }

    private static Optional<SAMLDocumentHolder> sent(KeycloakContext context) {
        HttpRequest request = context.getHttpRequest();
        return HttpMethod.POST.equals(request.getHttpMethod())
                ? Optional.ofNullable(request.getDecodedFormParameters().getFirst(REQUEST))
                        .map(SAMLRequestParser::parseRequestPostBinding)
                : Optional.ofNullable(context.getUri().getQueryParameters().getFirst(REQUEST))
                        .map(SAMLRequestParser::parseRequestRedirectBinding);
    }
}
