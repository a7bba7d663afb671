package io.github.orgswitcher.passwordless;

/**
 * How often something may happen.
 *
 * @param perHour within any hour
 * @param perDay within any day
 */
record Rate(int perHour, int perDay) {

    static final long HOUR_SECONDS = 3_600;
    static final long DAY_SECONDS = 86_400;
}
