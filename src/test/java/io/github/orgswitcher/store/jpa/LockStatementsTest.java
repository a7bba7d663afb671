package io.github.orgswitcher.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.Patience;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.dialect.MariaDBDialect;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.dialect.OracleDialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.dialect.SQLServerDialect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.keycloak.models.KeycloakSession;

/** What is sent to a database that has no row of anything: to Oracle, where nothing else is said. */
class LockStatementsTest {

    private final List<String> statements = new ArrayList<>();

    @Test
    void rowsAreLockedWithATimeout() {
        try (SessionFactory sessions = sessions()) {
            sessions.inTransaction(session -> guarded(session).call(() -> lock(session)));
        }

        assertThat(locks()).isNotEmpty().allMatch(sql -> sql.endsWith(" wait 5"));
    }

    @Test
    void whatIsLockedAfterwardsIsNotOurAffair() {
        try (SessionFactory sessions = sessions()) {
            sessions.inTransaction(session -> {
                guarded(session).limit(() -> lock(session));
                assertThat(locks()).isNotEmpty().allMatch(sql -> sql.endsWith(" wait 5"));
                statements.clear();
                lock(session);
            });
        }

        assertThat(locks()).isNotEmpty().noneMatch(sql -> sql.contains(" wait "));
    }

    /** Each with the oldest version that Keycloak supports. */
    @TestFactory
    Stream<DynamicTest> whatIsFreeIsLockedWithNoWaitForTheRest() {
        return Map.of(
                        new PostgreSQLDialect(DatabaseVersion.make(14)), " skip locked",
                        new MariaDBDialect(DatabaseVersion.make(10, 6)), " skip locked",
                        new MySQLDialect(DatabaseVersion.make(8)), " skip locked",
                        new H2Dialect(DatabaseVersion.make(2, 2, 220)), " skip locked",
                        new OracleDialect(), " skip locked",
                        new SQLServerDialect(DatabaseVersion.make(16)), "readpast")
                .entrySet()
                .stream()
                .map(each -> dynamicTest(each.getKey().getClass().getSimpleName(), () -> {
                    statements.clear();
                    try (SessionFactory sessions = sessions(each.getKey())) {
                        sessions.inTransaction(session ->
                                assertThat(people(session).lockFree("user")).isFalse());
                    }
                    assertThat(statements).singleElement().asString().contains(each.getValue());
                }));
    }

    private GuardedConnection guarded(Session session) {
        return new GuardedConnection(session, Patience.of(stub(KeycloakSession.class)));
    }

    private static boolean lock(Session session) {
        people(session).lock("user");
        return true;
    }

    private static JpaPeople people(Session session) {
        return new JpaPeople(new RealmQueries(session, "realm"));
    }

    private List<String> locks() {
        return statements.stream().filter(sql -> sql.contains(" for update")).toList();
    }

    private SessionFactory sessions() {
        return sessions(new OracleDialect());
    }

    private SessionFactory sessions(Dialect dialect) {
        return new MetadataSources(new StandardServiceRegistryBuilder()
                        .applySetting("hibernate.boot.allow_jdbc_metadata_access", false)
                        .applySetting("hibernate.dialect", dialect)
                        .applySetting("hibernate.connection.datasource", stub(DataSource.class))
                        .build())
                .addAnnotatedClass(PersonEntity.class)
                .buildMetadata()
                .buildSessionFactory();
    }

    private <T> T stub(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader() == null ? getClass().getClassLoader() : type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer(method, arguments)));
    }

    private @Nullable Object answer(Method method, Object @Nullable [] arguments) {
        if (method.getName().equals("prepareStatement") && arguments != null) {
            statements.add(String.valueOf(arguments[0]));
        }
        Class<?> type = method.getReturnType();
        if (type == String.class) {
            return "Oracle";
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return method.getName().equals("getTransactionIsolation") ? Connection.TRANSACTION_READ_COMMITTED : 0;
        }
        if (type == long.class) {
            return 0L;
        }
        return type.isInterface() ? stub(type) : null;
    }
}
