package io.github.orgswitcher.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.utils.TimeBasedOTP;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Second factors that somebody has set up, without the pages on which people do so. */
public final class SecondFactor {

    /** The recovery code that is asked for first. */
    public static final String RECOVERY_CODE = "AAAABBBBCCCC";

    private static final String SECRET = "a secret of twenty b";

    private SecondFactor() {}

    /** Gives somebody an app that shows numbers. */
    public static void otp(TestRealm realm, String userId) {
        CredentialRepresentation otp = new CredentialRepresentation();
        otp.setType("otp");
        otp.setSecretData("{\"value\": \"" + SECRET + "\"}");
        otp.setCredentialData(
                "{\"subType\": \"totp\", \"digits\": 6, \"period\": 30, \"algorithm\": \"HmacSHA1\", \"counter\": 0}");
        add(realm, userId, otp);
    }

    /** The number that the app shows now. */
    public static String number() {
        return new TimeBasedOTP("HmacSHA1", 6, 30, 1).generateTOTP(SECRET.getBytes(UTF_8));
    }

    /** Gives somebody recovery codes, of which {@link #RECOVERY_CODE} is the first. */
    public static void recoveryCodes(TestRealm realm, String userId) {
        RecoveryAuthnCodesCredentialModel model =
                RecoveryAuthnCodesCredentialModel.createFromValues(List.of(RECOVERY_CODE, "DDDDEEEEFFFF"), 0, "codes");
        CredentialRepresentation codes = new CredentialRepresentation();
        codes.setType(model.getType());
        codes.setSecretData(model.getSecretData());
        codes.setCredentialData(model.getCredentialData());
        add(realm, userId, codes);
    }

    private static void add(TestRealm realm, String userId, CredentialRepresentation credential) {
        UserRepresentation user = realm.resource().users().get(userId).toRepresentation();
        user.setCredentials(List.of(credential));
        realm.resource().users().get(userId).update(user);
    }
}
