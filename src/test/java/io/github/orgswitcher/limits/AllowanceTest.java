package io.github.orgswitcher.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.SingleUseObjectProvider;

class AllowanceTest {

    private final Store store = new Store();

    @Test
    void givesAsManyAsItHas() {
        Allowance allowance = new Allowance("a", 2, 60);

        assertThat(allowance.take(store)).isPresent();
        assertThat(allowance.take(store)).isPresent();
        assertThat(allowance.take(store)).isEmpty();
        assertThat(new Allowance("b", 2, 60).take(store)).isPresent();
        assertThat(store.entries).hasSize(3).allSatisfy((key, seconds) -> assertThat(seconds)
                .isEqualTo(60L));
    }

    @Test
    void takesBackWhatWasOfNoUse() {
        Allowance allowance = new Allowance("a", 1, 60);

        store.remove(allowance.take(store).orElseThrow());

        assertThat(allowance.take(store)).isPresent();
    }

    @Test
    void startsAnew() {
        Allowance allowance = new Allowance("a", 1, 60);
        allowance.take(store);

        allowance.reset(store);

        assertThat(allowance.take(store)).isPresent();
    }

    /** A proof of an address asks for it, and a number so large only says that there is no limit. */
    @Test
    void startsAnewInNoTimeWhateverTheLimit() {
        Allowance unlimited = new Allowance("a", Integer.MAX_VALUE, 60);

        unlimited.reset(store);

        assertThat(store.removals).isEqualTo(1_000);
        assertThat(unlimited.take(store)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 50, 100})
    void refusesNobodyBeforeItIsUsedUp(int times) {
        Allowance allowance = new Allowance("a", times, 60);

        for (int number = 0; number < times; number++) {
            assertThat(allowance.take(store)).as("number %d", number).isPresent();
        }

        assertThat(allowance.take(store)).isEmpty();
        assertThat(store.entries).hasSize(times);
        allowance.reset(store);
        assertThat(store.entries).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 500, 2_000})
    void isNeverMoreThanTheLimitAndHardlyLess(int times) {
        Allowance allowance = new Allowance("a", times, 60);

        long taken = IntStream.range(0, 50 * times)
                .filter(ignored -> allowance.take(store).isPresent())
                .count();

        assertThat(taken).isLessThanOrEqualTo(times);
        assertThat(store.entries).hasSize((int) taken);
        Store fresh = new Store();
        long untilFirstRefusal = IntStream.iterate(0, number -> number + 1)
                .takeWhile(number -> allowance.take(fresh).isPresent())
                .count();
        assertThat(untilFirstRefusal)
                .as("with less than 30 of 100 taken, one of 10^10 finds none")
                .isGreaterThan(times * 3L / 10);
    }

    @Test
    void costsTheSameWhateverTheLimit() {
        Allowance allowance = new Allowance("a", 100_000, 60);
        store.full = true;

        assertThat(allowance.take(store)).isEmpty();

        assertThat(store.asked).isEqualTo(20);
    }

    /** One node's store, whose time stands still. */
    private static final class Store implements SingleUseObjectProvider {

        private final Map<String, Long> entries = new HashMap<>();
        private boolean full;
        private int asked;
        private int removals;

        @Override
        public boolean putIfAbsent(String key, long lifespanInSeconds) {
            asked++;
            return !full && entries.putIfAbsent(key, lifespanInSeconds) == null;
        }

        @Override
        public Map<String, String> remove(String key) {
            removals++;
            entries.remove(key);
            return Map.of();
        }

        @Override
        public boolean contains(String key) {
            return entries.containsKey(key);
        }

        @Override
        public void put(String key, long lifespanSeconds, Map<String, String> notes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, String> get(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean replace(String key, Map<String, String> notes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
