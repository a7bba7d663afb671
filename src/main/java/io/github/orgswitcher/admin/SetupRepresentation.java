package io.github.orgswitcher.admin;

import io.github.orgswitcher.setup.NextStep;
import io.github.orgswitcher.setup.RealmSetup;
import io.github.orgswitcher.setup.SetupState;
import io.github.orgswitcher.setup.SetupWarning;
import io.github.orgswitcher.setup.SetupWarningCode;
import java.util.List;
import java.util.SortedSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is on in a realm, whoever has switched it on, and what an administrator should know of it.
 *
 * @param enabled the required action
 * @param organizationsEnabled Keycloak's organizations
 * @param identityProviders aliases of the identity providers whose post-login flow has the switcher
 * @param browserFlow whether the browser flow has it
 * @param passwordless whether the browser flow has the sign-in by email
 * @param emailSecondFactor whether that asks for an account's second factor, too; true where it is not there
 * @param warnings what is missing, or in others' hands
 * @param next what is left to do, in the order in which to do it; none while the switcher is off
 * @param unallowedDomains Keycloak's own domains that let nobody in, as their organizations may allow them and do not
 * @param emailSignIn how people sign in by email; none where nobody does
 */
public record SetupRepresentation(
        boolean enabled,
        boolean organizationsEnabled,
        SortedSet<String> identityProviders,
        boolean browserFlow,
        boolean passwordless,
        boolean emailSecondFactor,
        List<Warning> warnings,
        List<NextStepRepresentation> next,
        UnallowedRepresentation unallowedDomains,
        List<EmailSignInRepresentation> emailSignIn) {

    static final String WARNINGS = "warnings";
    static final String NEXT = "next";
    static final String UNALLOWED_DOMAINS = "unallowedDomains";
    static final String EMAIL_SIGN_IN = "emailSignIn";

    /**
     * One warning.
     *
     * @param code what it is
     * @param message the same as a sentence in the administrator's language
     * @param params what the sentence names
     */
    @Schema(name = "SetupWarning")
    public record Warning(SetupWarningCode code, String message, List<String> params) {}

    static SetupRepresentation of(AdminRequest request, RealmSetup setup, List<NextStep> next) {
        SetupState state = setup.state();
        return new SetupRepresentation(
                state.enabled(),
                state.organizationsEnabled(),
                state.identityProviders(),
                state.browserFlow(),
                state.passwordless(),
                state.emailSecondFactor(),
                setup.warnings().stream()
                        .map(warning -> new Warning(warning.code(), sentence(request, warning), warning.params()))
                        .toList(),
                NextStepRepresentation.of(request, next),
                UnallowedRepresentation.of(request),
                setup.byEmail().stream()
                        .map(email -> EmailSignInRepresentation.of(request, email))
                        .toList());
    }

    static String sentence(AdminRequest request, SetupWarning warning) {
        return request.message(warning.code().messageKey(), warning.params().toArray());
    }
}
