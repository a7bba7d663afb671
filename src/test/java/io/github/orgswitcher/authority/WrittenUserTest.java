package io.github.orgswitcher.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenUserTest {

    @Test
    void restMayVouchAndScimMayNot() {
        assertThat(of("users/ada")).contains(new WrittenUser("ada", true));
        assertThat(of("scim/v2/Users/ada")).contains(new WrittenUser("ada", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "users",
                "users/ada/federated-identity",
                "scim/v2/Groups/ada",
                "groups/ada",
                "scim/v2/Users/ada/more"
            })
    void nothingElseIsAUser(String path) {
        assertThat(of(path)).isEmpty();
    }

    private static Optional<WrittenUser> of(String path) {
        return WrittenUser.of(List.of(path.split("/")));
    }
}
