package io.github.orgswitcher.platform.table;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.UserEntity;

/**
 * Keycloak's rows of users whom a transaction has read before it waited for others.
 *
 * @param em the entity manager of the transaction
 */
public record UserRows(EntityManager em) {

    /**
     * The rows that a session has read.
     *
     * @param session the session
     * @return the rows
     */
    public static UserRows of(KeycloakSession session) {
        return new UserRows(KeycloakTables.of(session));
    }

    /**
     * Reads a user again, and the attributes when they are asked for.
     *
     * @param userId the user; one who has no row is none to read
     */
    public void readAgain(String userId) {
        find(userId).ifPresent(user -> {
            em.flush();
            user.getAttributes().forEach(em::detach);
            em.refresh(user);
        });
    }

    /**
     * Lets go of a user whom another transaction has removed meanwhile.
     *
     * @param userId the user
     */
    public void letGo(String userId) {
        find(userId).ifPresent(em::detach);
    }

    private Optional<UserEntity> find(String userId) {
        return Optional.ofNullable(em.find(UserEntity.class, userId));
    }
}
