package io.github.orgswitcher.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.lang.reflect.Proxy;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.StorageUnavailableException;

/** What becomes of what somebody else's storage fails with. */
class UserStorageTest {

    private static final RealmModel REALM = (RealmModel) Proxy.newProxyInstance(
            RealmModel.class.getClassLoader(),
            new Class<?>[] {RealmModel.class},
            (realm, method, arguments) -> "realm");

    static Stream<RuntimeException> failures() {
        String words = "nobody@acme.example was not found";
        return Stream.of(
                new StorageUnavailableException(words),
                new ModelException(words),
                new PersistenceException(words),
                new IllegalStateException(words));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whateverAStorageFailsWithIsSilence(RuntimeException failure) {
        assertThatThrownBy(() -> UserStorage.answer(REALM, () -> {
                    throw failure;
                }))
                .isInstanceOf(StorageUnavailableException.class)
                .hasNoCause()
                .hasMessageNotContaining("acme.example");
    }

    /** Keycloak's database, which a look-up reads first, can be asked again. */
    @Test
    void whatOthersFailWithIsNotTheStorages() {
        PersistenceException lost = new PersistenceException("deadlock");

        assertThatThrownBy(() -> UserStorage.answer(
                        REALM,
                        () -> {
                            throw lost;
                        },
                        lost::equals))
                .isSameAs(lost);
    }

    @Test
    void whatItAnswersIsTheAnswer() {
        assertThat(UserStorage.<String>answer(REALM, () -> "ada")).isEqualTo("ada");
    }
}
