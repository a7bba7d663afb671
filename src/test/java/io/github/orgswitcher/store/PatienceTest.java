package io.github.orgswitcher.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ticker;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private Duration time = Duration.ZERO;

    private final Patience patience = new Patience(new Ticker() {
        @Override
        public long read() {
            return time.toNanos();
        }
    });

    @Test
    void oneWaitTakesFromTheNext() {
        waits(Duration.ofSeconds(3));
        assertThat(patience.left()).isEqualTo(Duration.ofSeconds(2));
        waits(Duration.ofMillis(1500));
        assertThat(patience.left()).isEqualTo(Duration.ofMillis(500));
        assertThat(patience.isUsedUp()).isFalse();
    }

    @Test
    void workIsNoWait() {
        for (int statement = 0; statement < 1000; statement++) {
            waits(Duration.ofMillis(200));
        }
        assertThat(patience.left()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void somethingIsLeftForWhatNobodyHolds() {
        waits(Duration.ofSeconds(5));
        assertThat(patience.isUsedUp()).isTrue();
        assertThat(patience.left()).isEqualTo(Duration.ofMillis(100));
        waits(Duration.ofSeconds(5));
        assertThat(patience.left()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void whoHasNothingLeftHasNotGivenUpForThat() {
        waits(Duration.ofSeconds(5));
        assertThat(patience.isGivenUp()).isFalse();
        patience.giveUp();
        assertThat(patience.isGivenUp()).isTrue();
    }

    private void waits(Duration took) {
        long begun = patience.begin();
        time = time.plus(took);
        patience.end(begun);
    }
}
