package io.github.orgswitcher.setup;

import java.util.List;

/**
 * Something about a realm that an administrator should know: what is missing, or belongs to somebody else.
 *
 * @param code what it is
 * @param params what its sentence names
 */
public record SetupWarning(SetupWarningCode code, List<String> params) {

    /** A warning whose sentence names these. */
    static SetupWarning of(SetupWarningCode code, String... params) {
        return new SetupWarning(code, List.of(params));
    }
}
