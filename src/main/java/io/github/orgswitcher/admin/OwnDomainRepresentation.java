package io.github.orgswitcher.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.orgswitcher.admin.PreviewRepresentation.DomainRefusal;
import io.github.orgswitcher.domain.RefusedDomainException;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.OrganizationModel;

/**
 * A domain of Keycloak's own that its organization does not allow, as JSON.
 *
 * @param domain the domain as it can be allowed: lower case, A-labels, {@code *.} prefix kept; as Keycloak has it where it cannot
 * @param refusal why it cannot; absent where it can
 */
@Schema(name = "OwnDomain")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OwnDomainRepresentation(
        String domain, @Nullable DomainRefusal refusal) {

    private static final int MOST = 20;
    private static final int MOST_READ = 500;

    /** The first of an organization's, those before that can be allowed. */
    static List<OwnDomainRepresentation> of(AdminRequest request, OrganizationModel organization) {
        OwnDomains own = OwnDomains.of(request, request.store().lists().unallowedOf(organization.getId(), MOST_READ));
        return Stream.concat(
                        own.allowable().stream()
                                .map(domain -> new OwnDomainRepresentation(
                                        domain.pattern().value(), null)),
                        own.refused().stream().map(refused -> of(request, refused)))
                .limit(MOST)
                .toList();
    }

    private static OwnDomainRepresentation of(AdminRequest request, RefusedDomainException refused) {
        String message = request.message(refused.refusal().messageKey(), refused.domain());
        return new OwnDomainRepresentation(refused.domain(), new DomainRefusal(refused.refusal(), message));
    }
}
