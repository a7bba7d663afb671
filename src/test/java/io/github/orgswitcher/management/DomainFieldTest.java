package io.github.orgswitcher.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgswitcher.domain.DomainRules;
import io.github.orgswitcher.domain.Refusal;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a domain stands beside the field that it was typed into, or pressed in. */
class DomainFieldTest {

    private static final DomainField FIELD = new DomainField("check");
    private static final DomainRules RULES = new DomainRules(Set.of("blocked.example"), Set.of());

    @ParameterizedTest
    @CsvSource({
        "Acme.Example,   acme.example",
        "bücher.example, xn--bcher-kva.example",
        "*.acme.example, *.acme.example"
    })
    void anySpellingIsTheDomainItself(String typed, String domain) {
        assertThat(FIELD.stored(typed)).isEqualTo(domain);
        assertThat(FIELD.allowed(RULES, typed)).isEqualTo(domain);
    }

    @Test
    void whatIsNoDomainIsNobodys() {
        assertThat(refusal(() -> FIELD.stored("no domain")).messageKey()).isEqualTo("orgSwitcherDomainNotFound");
    }

    @Test
    void whatTheRealmRefusesIsRefusedWhereItIsToBeAllowed() {
        assertThat(FIELD.stored("blocked.example")).isEqualTo("blocked.example");
        ChoiceRefusedException refused = refusal(() -> FIELD.allowed(RULES, "blocked.example"));

        assertThat(refused.messageKey()).isEqualTo(Refusal.BLOCKED.messageKey());
        assertThat(refused.parameters()).containsExactly("blocked.example");
    }

    @Test
    void refusalOfSomeWorkIsTheFields() {
        assertThat(FIELD.<String>about(() -> "done")).isEqualTo("done");
        ChoiceRefusedException refused = refusal(() -> FIELD.about(() -> {
            throw DomainRefusedException.unknown("acme.example");
        }));

        assertThat(refused.messageKey()).isEqualTo("orgSwitcherDomainNotFound");
        assertThat(refused.parameters()).containsExactly("acme.example");
    }

    private static ChoiceRefusedException refusal(ThrowingCallable work) {
        ChoiceRefusedException refused = catchThrowableOfType(ChoiceRefusedException.class, work);
        assertThat(refused.field()).isEqualTo("check");
        assertThat(refused.error()).isEqualTo("org_switcher_domain_refused");
        return refused;
    }
}
