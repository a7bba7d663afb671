package io.github.orgswitcher.platform.flow;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OAuth2DeviceCodeModel;
import org.keycloak.protocol.oidc.grants.device.DeviceGrantType;
import org.keycloak.protocol.oidc.grants.device.endpoints.DeviceEndpoint;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The device that a login in a browser is for (RFC 8628). Its tokens take the scope that is stored with its code. */
public final class WaitingDevice {

    private final KeycloakSession session;
    private final OAuth2DeviceCodeModel code;

    private WaitingDevice(KeycloakSession session, OAuth2DeviceCodeModel code) {
        this.session = session;
        this.code = code;
    }

    /**
     * Finds it.
     *
     * @param session the Keycloak session
     * @param authSession the login
     * @return the device; empty where the login is for none, or for one that waits no longer
     */
    public static Optional<WaitingDevice> of(KeycloakSession session, AuthenticationSessionModel authSession) {
        String userCode = authSession.getClientNote(DeviceGrantType.OAUTH2_DEVICE_VERIFIED_USER_CODE);
        return Optional.ofNullable(userCode)
                .map(verified -> DeviceEndpoint.getDeviceByUserCode(session, authSession.getRealm(), verified))
                .map(code -> new WaitingDevice(session, code));
    }

    /**
     * Stores another scope than the device has asked for.
     *
     * @param scope the parameter {@code scope}
     */
    public void grant(String scope) {
        Map<String, String> stored = code.toMap();
        stored.put(OAuth2Constants.SCOPE, scope);
        stored.values().removeIf(Objects::isNull);
        session.singleUseObjects().replace(code.serializeKey(), stored);
    }
}
