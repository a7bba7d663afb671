package io.github.orgswitcher.bulk;

import io.github.orgswitcher.declared.DeclaredWords.Contradiction;
import io.github.orgswitcher.domain.RefusedDomainException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why something cannot be taken.
 *
 * @param field the field it is about; null where it is about no single one
 * @param messageKey the sentence
 * @param params what the sentence names
 * @param meant the domain that an address stands for, where a domain was asked for; null where there is none
 */
record Problem(
        @Nullable String field,
        String messageKey,
        List<Object> params,
        @Nullable String meant) {

    Problem(@Nullable String field, String messageKey, Object... params) {
        this(field, messageKey, List.of(params), null);
    }

    String sentence(Messages messages) {
        return messages.message(messageKey, params.toArray());
    }

    static Problem of(RefusedDomainException refused) {
        return new Problem(
                ImportRow.DOMAIN,
                refused.messageKey(),
                List.of(refused.named()),
                refused.meant().orElse(null));
    }

    static Problem of(Contradiction contradiction) {
        return new Problem(contradiction.field(), contradiction.messageKey(), contradiction.params(), null);
    }
}
