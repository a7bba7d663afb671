package io.github.orgswitcher.admin;

import io.github.orgswitcher.setup.MadeOrganization;
import io.github.orgswitcher.setup.NextStep;
import io.github.orgswitcher.setup.SetupState;
import java.util.List;
import java.util.Optional;

/**
 * What a set-up came to.
 *
 * @param changed what is on now; empty where that is what was on before
 * @param organization the organization that was asked for
 * @param adminTheme whether the console's theme was changed
 * @param next what is left to do
 */
record SetupOutcome(
        Optional<SetupState> changed,
        Optional<MadeOrganization> organization,
        boolean adminTheme,
        List<NextStep> next) {}
