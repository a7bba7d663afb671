package io.github.orgswitcher.testing;

/**
 * A statement that the server has run.
 *
 * @param text with placeholders such as {@code $1} instead of values; constants stand there as well where it was prepared before
 * @param calls how often
 * @param millis how long PostgreSQL took over all its calls together
 * @param blocks how many blocks of tables and indexes all its calls together have looked at, in memory or on the disk
 */
public record SqlStatement(String text, long calls, double millis, long blocks) {}
