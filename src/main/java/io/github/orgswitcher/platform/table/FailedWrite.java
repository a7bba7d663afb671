package io.github.orgswitcher.platform.table;

import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.ModelException;

/**
 * What a transaction throws that has lost a race, or cannot write. Keycloak, Hibernate, the driver and the commit each have
 * exceptions of their own for it, and wrap those of the others.
 */
public final class FailedWrite {

    private static final List<Class<? extends Throwable>> DATABASE =
            List.of(PersistenceException.class, SQLException.class, RollbackException.class, SystemException.class);

    private FailedWrite() {}

    /**
     * Whether an exception is one of these, or comes of one.
     *
     * @param thrown the exception
     * @return false for a fault of a program
     */
    public static boolean is(Throwable thrown) {
        return causes(thrown).anyMatch(ModelException.class::isInstance) || isOfDatabase(thrown);
    }

    /**
     * Whether the database has thrown it, and not a user storage such as LDAP, which throws Keycloak's exception as well.
     *
     * @param thrown the exception
     * @return whether one of the database, the driver or the commit is among its causes
     */
    public static boolean isOfDatabase(Throwable thrown) {
        return causes(thrown).anyMatch(each -> DATABASE.stream().anyMatch(type -> type.isInstance(each)));
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, each -> each != null, Throwable::getCause);
    }
}
