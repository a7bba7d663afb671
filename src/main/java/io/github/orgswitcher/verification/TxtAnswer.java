package io.github.orgswitcher.verification;

import java.util.List;

/** What DNS said about the TXT records of a name. */
sealed interface TxtAnswer {

    /**
     * An answer that counts.
     *
     * @param values the records, each with its strings joined; empty where there is no record, or not even the name
     */
    record Values(List<String> values) implements TxtAnswer {

        /** Copies the list. */
        public Values {
            values = List.copyOf(values);
        }
    }

    /**
     * No answer: a time-out, a failure of the server, or a refusal to ask.
     *
     * @param reason why, for the log
     */
    record Unavailable(String reason) implements TxtAnswer {}
}
