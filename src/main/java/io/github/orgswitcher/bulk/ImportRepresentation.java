package io.github.orgswitcher.bulk;

import io.github.orgswitcher.decision.JoinMode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An import's answer. It may have very many results, so it is written piece by piece by {@link ImportReport} and never is
 * an object; this describes it for the API document.
 *
 * @param errorMessage why not all rows were looked at, or why none was kept; absent where neither is so
 * @param committed whether what was added is kept
 * @param added how many domains are added
 * @param existing how many were there
 * @param refused how many rows were refused
 * @param results one for each row that was read
 */
public record ImportRepresentation(
        @Nullable String errorMessage,
        boolean committed,
        int added,
        int existing,
        int refused,
        List<RowResult> results) {
    /**
     * A row that is sent.
     *
     * @param organization the id or the alias of an organization
     * @param domain the domain, in any spelling
     * @param joinMode what a match gives over this domain; absent or null for what it gives over all others of the organization
     * @param defaultGroups the groups that new members are put into who come over this domain, by id or path; absent or null for
     *     those of all others
     */
    @Schema(name = "ImportRow")
    public record Row(
            String organization,
            String domain,
            @Nullable JoinMode joinMode,
            @Nullable List<String> defaultGroups) {}
}
