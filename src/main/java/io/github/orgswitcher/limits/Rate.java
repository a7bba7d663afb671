package io.github.orgswitcher.limits;

/**
 * How often something may happen.
 *
 * @param perHour within any hour
 * @param perDay within any day
 */
public record Rate(int perHour, int perDay) {

    /** An hour. */
    public static final long HOUR_SECONDS = 3_600;

    static final long DAY_SECONDS = 86_400;
}
