package io.github.orgswitcher.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.orgswitcher.setup.MadeOrganization;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a set-up came to, as JSON.
 *
 * @param dryRun whether nothing of it has happened
 * @param changed whether anything of the realm itself was switched on or off
 * @param organization the organization that was asked for, and what it took; absent where none was
 * @param adminTheme whether the console's theme was changed
 * @param next what is left to do, in the order in which to do it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SetupAnswer(
        boolean dryRun,
        boolean changed,
        @Nullable SetupOrganization organization,
        boolean adminTheme,
        List<NextStepRepresentation> next) {

    /**
     * An organization, and what it took to have it.
     *
     * @param id its id; of one that is only tried, nothing that can be asked for
     * @param alias its alias
     * @param name its name
     * @param created whether it was not there before
     * @param allowedDomains the allowed domains that it did not have before
     */
    public record SetupOrganization(
            String id, String alias, String name, boolean created, List<String> allowedDomains) {

        static SetupOrganization of(MadeOrganization made) {
            return new SetupOrganization(made.id(), made.alias(), made.name(), made.created(), made.allowedDomains());
        }
    }

    static SetupAnswer of(AdminRequest request, SetupOutcome outcome, boolean dryRun) {
        return new SetupAnswer(
                dryRun,
                outcome.changed().isPresent(),
                outcome.organization().map(SetupOrganization::of).orElse(null),
                outcome.adminTheme(),
                NextStepRepresentation.of(request, outcome.next()));
    }
}
