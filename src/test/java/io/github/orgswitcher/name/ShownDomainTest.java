package io.github.orgswitcher.name;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.domain.RefusedDomainException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownDomainTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme.example",
                "*.acme.example",
                "bücher.example",
                "*.müller.bücher.example",
                "łódź.example",
                "пример.example",
                "παράδειγμα.example",
                "例え.example",
                "도메인.example",
                "उदाहरण.example",
                "مثال.example",
            })
    void standsInItsOwnLetters(String written) throws RefusedDomainException {
        assertThat(shown(written).text()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // all of it passes for Latin letters
                "асме.example",
                "*.асме.example",
                // a letter of another alphabet among Latin ones, or one that is nearly Latin
                "аcme.example",
                "ɑcme.example",
                "bücherı.example",
                "acṃe.example",
                // mailed to somebody else
                "maß.example",
                "λόγος.example",
                // draws a slash
                "acmeノexample.example",
                "ノ.example",
                // the order turns round
                "مثال.مثال.example",
            })
    void whatCouldBeTakenForAnotherStaysAsItIsWritten(String written) throws RefusedDomainException {
        ShownDomain shown = shown(written);

        assertThat(shown.text()).isEqualTo(shown.written()).contains("xn--");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xn--", "localhost:8080", "<b>"})
    void whatIsNoDomainStaysAsItIs(String text) {
        assertThat(ShownDomain.of(text)).isEqualTo(new ShownDomain(text, text));
    }

    private static ShownDomain shown(String written) throws RefusedDomainException {
        return ShownDomain.of(DomainPattern.parse(written).value());
    }
}
