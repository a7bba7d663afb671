package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.models.SingleUseObjectProvider;

class AllowanceTest {

    private final Store store = new Store();

    @Test
    void givesAsManyAsItHas() {
        Allowance allowance = new Allowance(store, "a", 2, 60);

        assertThat(allowance.take()).isPresent();
        assertThat(allowance.take()).isPresent();
        assertThat(allowance.take()).isEmpty();
        assertThat(new Allowance(store, "b", 2, 60).take()).isPresent();
        assertThat(store.entries).hasSize(3).allSatisfy((key, seconds) -> assertThat(seconds)
                .isEqualTo(60L));
    }

    @Test
    void takesBackWhatWasOfNoUse() {
        Allowance allowance = new Allowance(store, "a", 1, 60);

        allowance.take().orElseThrow().giveBack();

        assertThat(allowance.take()).isPresent();
    }

    @Test
    void startsAnew() {
        Allowance allowance = new Allowance(store, "a", 1, 60);
        allowance.take();

        allowance.reset();

        assertThat(allowance.take()).isPresent();
    }

    /** One node's store, whose time stands still. */
    private static final class Store implements SingleUseObjectProvider {

        private final Map<String, Long> entries = new HashMap<>();

        @Override
        public boolean putIfAbsent(String key, long lifespanInSeconds) {
            return entries.putIfAbsent(key, lifespanInSeconds) == null;
        }

        @Override
        public Map<String, String> remove(String key) {
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
