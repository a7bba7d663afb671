package io.github.orgswitcher.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailProvidersTest {

    @ParameterizedTest
    @CsvSource({"public-providers, 5000", "disposable-providers, 8000"})
    void hasListsOfCanonicalNamesInOrderThatCanBeReviewed(String list, int atLeast) throws IOException {
        List<String> names = read(list + ".txt").lines().toList();

        assertThat(names).hasSizeGreaterThan(atLeast).isSorted().doesNotHaveDuplicates();
        assertThat(names.stream().filter(name -> !HostName.isCanonical(name))).isEmpty();
        assertThat(names.stream().filter(PublicSuffixes::isPublicSuffix)).isEmpty();
        assertThat(names.stream().filter(name -> name.matches("(.*\\.)?example(\\.(com|net|org))?")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"public-providers", "disposable-providers"})
    void saysWhereAListComesFromAndUnderWhichLicence(String list) throws IOException {
        assertThat(read(list + ".LICENSE")).contains("npm package", "version").containsAnyOf("MIT License", "CC0 1.0");
    }

    @Test
    void knowsEachProviderByItsVeryName() {
        assertThat(MailProviders.refusalOf("gmail.com")).contains(Refusal.PUBLIC_PROVIDER);
        assertThat(MailProviders.refusalOf("mailinator.com")).contains(Refusal.DISPOSABLE_PROVIDER);
        assertThat(MailProviders.refusalOf("acme.com")).isEmpty();
    }

    /** Upstream knows some domains of these and not their sisters. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "8alias.com",
                "8shield.net",
                "aleeas.com",
                "dralias.com",
                "passmail.com",
                "passmail.net",
                "silomails.com",
                "simplelogin.co",
                "simplelogin.com",
                "simplelogin.fr",
                "slmail.me",
                "slmails.com",
                "4wrd.cc",
                "addy.io",
                "addymail.com",
                "anonaddy.me",
                "mailer.me",
                "clkdmail.com",
                "cloaked.id",
                "myclkd.email",
                "antichef.com",
                "antichef.net",
                "spamgourmet.com",
                "spamgourmet.net",
                "spamgourmet.org",
                "xoxy.net",
                "burnermail.io",
                "duck.com",
                "erine.email",
                "mozmail.com",
                "relay.firefox.com",
                "atomicmail.io",
                "countermail.com"
            })
    void knowsAliasServicesAndTheirSisters(String domain) {
        assertThat(MailProviders.refusalOf(domain)).isPresent();
    }

    private static String read(String resource) throws IOException {
        try (InputStream stream = MailProviders.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
