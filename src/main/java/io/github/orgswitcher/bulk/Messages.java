package io.github.orgswitcher.bulk;

/** Turns message keys into sentences for the reader. */
@FunctionalInterface
public interface Messages {

    /**
     * A sentence.
     *
     * @param key its key
     * @param params what it names
     * @return the sentence
     */
    String message(String key, Object... params);
}
