package io.github.orgswitcher.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.models.ModelDuplicateException;

class FailedWriteTest {

    static Throwable[] failed() {
        return new Throwable[] {
            new ModelDuplicateException(),
            new OptimisticLockException(),
            new ConstraintViolationException("", new SQLException(), ""),
            new RuntimeException(new RollbackException()),
            new IllegalStateException(new RuntimeException(new SQLException()))
        };
    }

    @ParameterizedTest
    @MethodSource("failed")
    void lostRacesAreKnownThroughWhatWrapsThem(Throwable thrown) {
        assertThat(FailedWrite.is(thrown)).isTrue();
    }

    @Test
    void faultOfAProgramIsNone() {
        assertThat(FailedWrite.is(new NullPointerException())).isFalse();
        assertThat(FailedWrite.is(new RuntimeException(new IllegalArgumentException())))
                .isFalse();
    }
}
