package io.github.orgswitcher.platform.admin;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import java.util.List;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.JpaUserPartialEvaluationProvider;
import org.keycloak.representations.idm.authorization.ResourceType;

/**
 * Keycloak's fine-grained admin permissions as predicates, so that a list that leaves out what its reader may not view
 * still pages in SQL. Keycloak's own lists of users and organizations do the same.
 */
public final class AdminFilter implements JpaUserPartialEvaluationProvider {

    private final KeycloakSession session;
    private final EntityManager em;

    /**
     * Filters queries.
     *
     * @param session a session with the realm and the administrator in its context
     * @param em the entity manager of the queries
     */
    public AdminFilter(KeycloakSession session, EntityManager em) {
        this.session = session;
        this.em = em;
    }

    /**
     * Narrows a query down to organizations that may be viewed.
     *
     * @param view which may be
     * @param query the query
     * @param organization where the query has Keycloak's organization
     * @return the predicate
     */
    public Predicate organizations(AdminView view, CriteriaQuery<?> query, Path<?> organization) {
        return filter(AdminPermissionsSchema.ORGANIZATIONS, view, query, organization);
    }

    /**
     * Narrows a query down to users who may be viewed.
     *
     * @param view who may be
     * @param query the query
     * @param user where the query has Keycloak's user
     * @return the predicate
     */
    public Predicate users(AdminView view, CriteriaQuery<?> query, Path<?> user) {
        return filter(AdminPermissionsSchema.USERS, view, query, user);
    }

    private Predicate filter(ResourceType type, AdminView view, CriteriaQuery<?> query, Path<?> path) {
        CriteriaBuilder builder = em.getCriteriaBuilder();
        if (view == AdminView.NONE) {
            return builder.disjunction();
        }
        if (view.isWhole()) {
            return builder.conjunction();
        }
        RealmModel realm = session.getContext().getRealm();
        List<Predicate> permitted = AdminPermissionsSchema.SCHEMA.applyAuthorizationFilters(
                session, type, this, realm, builder, query, path);
        // Keycloak gives no predicates also where it has nothing to evaluate.
        return permitted.isEmpty() && view == AdminView.NAMED
                ? builder.disjunction()
                : builder.and(permitted.toArray(Predicate[]::new));
    }

    @Override
    public KeycloakSession getSession() {
        return session;
    }

    @Override
    public EntityManager getEntityManager() {
        return em;
    }
}
