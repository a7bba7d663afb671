package io.github.orgswitcher.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.time.format.FormatStyle;
import java.util.Locale;

/** A time as a person's language writes it, in the one time zone that is everybody's. */
public final class ShownTime {

    private ShownTime() {}

    /**
     * With the time of day.
     *
     * @param time the time
     * @param locale the language
     * @return date and time in UTC
     */
    public static String of(Instant time, Locale locale) {
        return write(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT), time, locale);
    }

    /**
     * The day alone.
     *
     * @param time the time
     * @param locale the language
     * @return the date in UTC
     */
    public static String day(Instant time, Locale locale) {
        return write(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), time, locale);
    }

    private static String write(DateTimeFormatter format, Instant time, Locale locale) {
        // With the digits that messages have, which the language alone does not bring.
        return format.withLocale(locale)
                .withDecimalStyle(DecimalStyle.of(locale))
                .withZone(ZoneOffset.UTC)
                .format(time);
    }
}
