package io.github.orgswitcher.platform.flow;

import java.util.Set;
import org.keycloak.models.Constants;

/** What Keycloak itself keeps among the settings of every step of a flow: what the step adds to the claim {@code amr}. */
public final class StepReference {

    /** The names of these settings. */
    public static final Set<String> SETTINGS = Set.of(
            Constants.AUTHENTICATION_EXECUTION_REFERENCE_VALUE, Constants.AUTHENTICATION_EXECUTION_REFERENCE_MAX_AGE);

    private StepReference() {}
}
