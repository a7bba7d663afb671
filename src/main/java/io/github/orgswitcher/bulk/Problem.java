package io.github.orgswitcher.bulk;

import io.github.orgswitcher.declared.DeclaredWords.Contradiction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why something cannot be taken.
 *
 * @param field the field it is about; null where it is about no single one
 * @param messageKey the sentence
 * @param params what the sentence names
 */
record Problem(@Nullable String field, String messageKey, List<Object> params) {

    Problem(@Nullable String field, String messageKey, Object... params) {
        this(field, messageKey, List.of(params));
    }

    String sentence(Messages messages) {
        return messages.message(messageKey, params.toArray());
    }

    static Problem of(Contradiction contradiction) {
        return new Problem(contradiction.field(), contradiction.messageKey(), contradiction.params());
    }
}
