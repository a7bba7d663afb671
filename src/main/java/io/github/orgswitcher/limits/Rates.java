package io.github.orgswitcher.limits;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntBiFunction;

/**
 * The limits of all scopes for one thing that is counted.
 *
 * @param byScope a limit for every scope
 */
public record Rates(Map<Scope, Rate> byScope) {

    /** Copies the limits. */
    public Rates {
        byScope = Map.copyOf(byScope);
    }

    /**
     * Reads limits as {@link Countable} names them.
     *
     * @param what what is limited
     * @param number gives the number of a setting, or the default where it has none
     * @return the limits
     */
    public static Rates of(Countable what, ToIntBiFunction<String, Integer> number) {
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

    /** The limits where an administrator says nothing. */
    static Rates standard(Countable what) {
        return of(what, (name, standard) -> standard);
    }

    /**
     * The limit of one scope.
     *
     * @param scope the scope
     * @return the limit
     */
    public Rate of(Scope scope) {
        return Objects.requireNonNull(byScope.get(scope));
    }
}
