package io.github.orgswitcher.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.orgswitcher.membership.Chosen;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An organization that a person has just created.
 *
 * @param id its id
 * @param alias its alias
 * @param domain the allowed domain that lets colleagues in; absent where none does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreatedOrganization(
        @Nullable String id,
        @Nullable String alias,
        @Nullable String domain) {

    /**
     * What the person asks for.
     *
     * @param name the name
     * @param allowColleagues whether everyone with a verified address on the person's own domain may join, where the realm's
     *     rules permit it; false where it is absent
     */
    @Schema(name = "NewOrganization")
    public record Wish(String name, @Nullable Boolean allowColleagues) {}

    static CreatedOrganization of(Chosen created) {
        return new CreatedOrganization(created.orgId(), created.alias(), created.domain());
    }
}
