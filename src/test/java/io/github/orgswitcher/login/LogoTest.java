package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogoTest {

    private static final URI SELF = URI.create("https://id.example:8443/realms/");
    private static final ImageSources ANY = ImageSources.of("img-src https: data:;", SELF);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://cdn.example/logo.png",
                " HTTPS://cdn.example:444/a/logo.svg?v=1 ",
                "data:image/png;base64,iVBORw0KGgo=",
                "data:image/webp;base64,AAAA"
            })
    void safeSourceIsShown(String logo) {
        assertThat(Logo.of(logo, ANY)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "logo.png",
                "//cdn.example/logo.png",
                "http://cdn.example/logo.png",
                "https:///logo.png",
                "https:logo.png",
                "https://name:secret@cdn.example/logo.png",
                "https://cdn.example/a b.png",
                "javascript:alert(1)",
                "blob:https://cdn.example/1",
                "data:image/svg+xml;base64,PHN2Zy8+",
                "data:image/png,raw",
                "data:text/html;base64,AAAA",
                "DATA:image/png;base64,AAAA",
                "data:image/png;base64,AA\"onerror=alert(1)"
            })
    void anythingElseIsNot(String logo) {
        assertThat(Logo.of(logo, ANY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "img-src *                                     | true  | false",
                "img-src https:                                | true  | false",
                "img-src data:                                 | false | true",
                "img-src 'none'                                | false | false",
                "img-src                                       | false | false",
                "img-src 'self' data:                          | false | true",
                "default-src 'self'                            | false | false",
                "default-src 'none'; IMG-SRC cdn.example data: | true  | true",
                "img-src cdn.example; img-src 'none'           | true  | false",
                "img-src https://cdn.example                   | true  | false",
                "img-src https://cdn.example:444               | false | false",
                "img-src cdn.example:*                         | true  | false",
                "img-src *.example                             | true  | false",
                "img-src *.cdn.example                         | false | false",
                "img-src cdn.example/a/                        | true  | false",
                "img-src cdn.example/a                         | false | false",
                "img-src cdn.example/a/logo.png                | true  | false",
                "img-src *, img-src 'self' data:               | false | false",
                "script-src 'none'                             | false | true",
                "''                                            | false | true",
                "frame-src 'self'; object-src 'none'           | false | true",
                "script-src 'none', img-src cdn.example        | true  | false",
            })
    void browserMayLoadIt(String header, boolean address, boolean data) {
        ImageSources sources = ImageSources.of(header, SELF);
        assertThat(Logo.of("https://cdn.example/a/logo.png", sources).isPresent())
                .isEqualTo(address);
        assertThat(Logo.of("data:image/png;base64,AAAA", sources).isPresent()).isEqualTo(data);
    }

    @ParameterizedTest
    @CsvSource({"https://id.example:8443/logo.png, true", "https://id.example/logo.png, false"})
    void ownServerIsItself(String logo, boolean shown) {
        for (String header : List.of("img-src 'self'", "frame-src 'self'; object-src 'none';", "")) {
            assertThat(Logo.of(logo, ImageSources.of(header, SELF)).isPresent())
                    .as(header)
                    .isEqualTo(shown);
        }
    }
}
