package io.github.orgswitcher.passwordless;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntBiFunction;

/**
 * The limits of all scopes for one thing that is counted.
 *
 * @param byScope a limit for every scope
 */
record Rates(Map<Scope, Rate> byScope) {

    Rates {
        byScope = Map.copyOf(byScope);
    }

    /**
     * Reads limits as {@link Countable} names them.
     *
     * @param number gives the number of a setting, or the default where it has none
     */
    static Rates of(Countable what, ToIntBiFunction<String, Integer> number) {
        Map<Scope, Rate> rates = new EnumMap<>(Scope.class);
        for (Scope scope : Scope.values()) {
            Rate standard = what.defaultRate(scope);
            rates.put(
                    scope,
                    new Rate(
                            number.applyAsInt(what.hourly(scope), standard.perHour()),
                            number.applyAsInt(what.daily(scope), standard.perDay())));
        }
        return new Rates(rates);
    }

    Rate of(Scope scope) {
        return Objects.requireNonNull(byScope.get(scope));
    }
}
