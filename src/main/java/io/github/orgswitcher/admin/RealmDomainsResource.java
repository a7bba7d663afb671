package io.github.orgswitcher.admin;

import io.github.orgswitcher.store.Paging;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code domains}: the allowed domains of all the realm's organizations. */
public final class RealmDomainsResource {

    private final AdminRequest request;

    RealmDomainsResource(AdminRequest request) {
        this.request = request;
    }

    /**
     * Lists allowed domains with the organizations that hold them, ordered by name. Organizations that the administrator
     * may not view are left out.
     *
     * @param search part of a domain
     * @param exact {@code true}: the search is a whole domain, in any spelling
     * @param first index of the first, from 0
     * @param max most to return, 1000 at most
     * @return the page
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<HeldDomainRepresentation> list(
            @QueryParam("search") @Nullable String search,
            @QueryParam("exact") @Nullable String exact,
            @QueryParam("first") @Nullable String first,
            @QueryParam("max") @Nullable String max) {
        boolean whole = request.flag("exact", exact);
        Paging paging = new PagingParameters(request).readForDomains(search, first, max);
        return request
                .store()
                .heldDomains(request.realm().getId(), paging, whole, request.viewOfOrganizations())
                .stream()
                .map(HeldDomainRepresentation::of)
                .toList();
    }
}
