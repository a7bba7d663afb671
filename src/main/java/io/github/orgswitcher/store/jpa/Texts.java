package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.domain.StorableText;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Expression;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaExpression;

/**
 * Texts in Keycloak's own columns. MySQL and MariaDB hold jose and josé for equal there, and fail to compare an emoji with a
 * column that is too narrow for one.
 *
 * @param em the entity manager
 * @param mySql whether the database is one of these two
 */
record Texts(EntityManager em, boolean mySql) {

    private static final String WIDE_GROUP_NAMES = """
            select count(*) from information_schema.columns
             where table_schema = database() and upper(table_name) = 'KEYCLOAK_GROUP' and upper(column_name) = 'NAME'
               and character_set_name = 'utf8mb4'
            """;

    static Texts of(EntityManager em) {
        return new Texts(
                em,
                em.getEntityManagerFactory()
                                .unwrap(SessionFactoryImplementor.class)
                                .getJdbcServices()
                                .getDialect()
                        instanceof MySQLDialect);
    }

    /** The text, to be compared as in Java. */
    Expression<String> exact(Expression<String> text) {
        HibernateCriteriaBuilder builder = (HibernateCriteriaBuilder) em.getCriteriaBuilder();
        return mySql ? builder.collate(builder.cast((JpaExpression<String>) text, String.class), "utf8mb4_bin") : text;
    }

    /** Whether what anybody may have sent can be compared with a column of Keycloak's, which might hold it. */
    boolean isComparable(String text) {
        return StorableText.is(text) && (!mySql || text.codePoints().allMatch(Character::isBmpCodePoint));
    }

    boolean fitsGroupName(String text) {
        return !mySql || text.codePoints().allMatch(Character::isBmpCodePoint) || groupNamesAreWide();
    }

    private boolean groupNamesAreWide() {
        return ((Number) em.createNativeQuery(WIDE_GROUP_NAMES).getSingleResult()).longValue() > 0;
    }
}
