package io.github.orgswitcher.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.orgswitcher.domain.DomainRules;
import io.github.orgswitcher.domain.Refusal;
import io.github.orgswitcher.domain.RefusedDomainException;
import io.github.orgswitcher.store.JoinMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredPolicyTest {

    private static final DomainRules RULES = new DomainRules(Set.of("blocked.example"), Set.of());

    @Test
    void noAttributesDeclareNothing() {
        DeclaredPolicy declared = DeclaredPolicy.of(Map.of("tier", List.of("gold")), RULES);
        assertThat(declared.domains()).isEmpty();
        assertThat(declared.refused()).isEmpty();
        assertThat(declared.joinMode()).isEmpty();
        assertThat(declared.refusedJoinMode()).isEmpty();
    }

    @Test
    void eachValueIsOneDomainInItsOneSpelling() {
        DeclaredPolicy declared = domains(" ACME.example ", "acme.example", "*.bücher.example", "", "  ", null);
        assertThat(declared.domains()).containsExactly("acme.example", "*.xn--bcher-kva.example");
        assertThat(declared.refused()).isEmpty();
    }

    @Test
    void refusedValuesAreToldOnceAndLeaveTheOthersAlone() {
        DeclaredPolicy declared = domains("gmail.com", "acme.example", "gmail.com", "a.blocked.example", "acme..com");
        assertThat(declared.domains()).containsExactly("acme.example");
        assertThat(declared.refused())
                .extracting(RefusedDomainException::domain, RefusedDomainException::refusal)
                .containsExactly(
                        tuple("gmail.com", Refusal.PUBLIC_PROVIDER),
                        tuple("a.blocked.example", Refusal.BLOCKED),
                        tuple("acme..com", Refusal.MALFORMED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"acme.example,globex.example", "acme.example##globex.example", "acme.example globex.example"})
    void listsWithinOneValueAreMalformed(String value) {
        assertThat(domains(value).refused())
                .extracting(RefusedDomainException::refusal)
                .containsExactly(Refusal.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({"SUGGEST, SUGGEST", "' DISABLED ', DISABLED"})
    void joinModeIsTheAttributes(String value, JoinMode expected) {
        DeclaredPolicy declared = joinMode(value);
        assertThat(declared.joinMode()).contains(expected);
        assertThat(declared.refusedJoinMode()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"suggest", "EVERYONE", "SUGGEST,DISABLED"})
    void unknownJoinModeKeepsPeopleOut(String value) {
        DeclaredPolicy declared = joinMode(value);
        assertThat(declared.joinMode()).contains(JoinMode.DISABLED);
        assertThat(declared.refusedJoinMode()).contains(value);
    }

    @Test
    void blankJoinModeIsAbsent() {
        assertThat(joinMode(" ").joinMode()).isEmpty();
    }

    private static DeclaredPolicy domains(String... values) {
        return DeclaredPolicy.of(Map.of(DeclaredPolicy.ALLOWED_DOMAINS, Arrays.asList(values)), RULES);
    }

    private static DeclaredPolicy joinMode(String value) {
        return DeclaredPolicy.of(Map.of(DeclaredPolicy.JOIN_MODE, List.of(value)), RULES);
    }
}
