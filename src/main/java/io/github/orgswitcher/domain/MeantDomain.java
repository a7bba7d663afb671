package io.github.orgswitcher.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The domain that an email address or a web address stands for, where a domain is asked for. */
final class MeantDomain {

    /** As mail programs copy one: {@code "Bob" <bob@acme.com>}. */
    private static final Pattern NAMED = Pattern.compile("[^<>]*<([^<>]*)>");

    private static final Pattern EMAIL = Pattern.compile("(?:mailto:)?[^@/]*@([^@/]+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern WEB = Pattern.compile(
            "(?:[a-z][a-z\\d+.-]*://|(?=[^/:]+(?::\\d+)?/))(?:[^@/?#]*@)?(?:www\\.)?([^@/?#:]+)(?::\\d*)?(?:[/?#].*)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private MeantDomain() {}

    /** The domain in the letters that it was typed in; empty where the text is no such address, or has no domain. */
    static Optional<String> of(String text) {
        Matcher named = NAMED.matcher(text.strip());
        String address = named.matches() ? named.group(1).strip() : text.strip();
        return host(EMAIL, address)
                .or(() -> host(WEB, address))
                .map(host -> host.toLowerCase(Locale.ROOT))
                .filter(host -> HostName.canonical(host).isPresent());
    }

    private static Optional<String> host(Pattern pattern, String address) {
        Matcher matcher = pattern.matcher(address);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
