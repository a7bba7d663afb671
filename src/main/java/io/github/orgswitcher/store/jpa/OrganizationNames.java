package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.name.LookAlikes;
import io.github.orgswitcher.name.LookAlikes.LookAlike;
import io.github.orgswitcher.platform.table.KeycloakTables;
import io.github.orgswitcher.store.SearchWord;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.Set;

/** Compares names of organizations, also those that others than the switcher have made, by their looks. */
final class OrganizationNames {

    private final EntityManager em;

    OrganizationNames(EntityManager em) {
        this.em = em;
    }

    boolean looksTaken(String realmId, String name) {
        CriteriaBuilder builder = em.getCriteriaBuilder();
        CriteriaQuery<String> query = builder.createQuery(String.class);
        Root<?> organization = query.from(KeycloakTables.ORGANIZATIONS);
        Expression<String> lower = builder.lower(organization.get("name"));
        Set<String> looks = LookAlikes.ofNew(name);
        Predicate begins = builder.or(LookAlikes.beginnings(looks).stream()
                .map(beginning ->
                        builder.like(lower, new SearchWord(beginning, false).pattern(), SearchConditions.ESCAPE))
                .toArray(Predicate[]::new));
        Expression<String> look = lower;
        for (LookAlike each : LookAlikes.inLowerCase()) {
            look = builder.function(
                    "replace", String.class, look, builder.literal(each.text()), builder.literal(each.look()));
        }
        query.select(organization.get("id"))
                .where(builder.equal(organization.get("realmId"), realmId), begins, look.in(looks));
        return !em.createQuery(query).setMaxResults(1).getResultList().isEmpty();
    }
}
