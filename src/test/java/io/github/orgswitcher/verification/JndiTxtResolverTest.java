package io.github.orgswitcher.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.DnsResponder;
import io.github.orgswitcher.verification.TxtAnswer.Unavailable;
import io.github.orgswitcher.verification.TxtAnswer.Values;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class JndiTxtResolverTest {

    private static final String NAME = "_org-switcher.acme.example";

    private final DnsResponder dns = DnsResponder.start();
    private final TxtResolver resolver = resolver(dns.server());

    @AfterEach
    void stop() {
        dns.close();
    }

    @Test
    void recordsAreRead() {
        dns.publish(NAME, "one=1", "two words", "", "quoted \"and\\\" escaped", "x");
        assertThat(resolver.lookUp(NAME)).isInstanceOfSatisfying(Values.class, found -> assertThat(found.values())
                .containsExactlyInAnyOrder("one=1", "two words", "", "quoted \"and\\\" escaped", "x"));
    }

    @Test
    void stringsOfOneRecordAreJoined() {
        dns.publish(NAME, List.of(List.of("org-switcher-", "verification=", "abc"), List.of("a ", "b", "", " c")));
        assertThat(resolver.lookUp(NAME)).isInstanceOfSatisfying(Values.class, found -> assertThat(found.values())
                .containsExactlyInAnyOrder("org-switcher-verification=abc", "a b c"));
    }

    @Test
    void longAnswerIsRead() {
        String text = "x".repeat(255);
        dns.publish(NAME, List.of(Collections.nCopies(12, text), List.of("short")));
        assertThat(resolver.lookUp(NAME)).isInstanceOfSatisfying(Values.class, found -> assertThat(found.values())
                .containsExactlyInAnyOrder(text.repeat(12), "short"));
    }

    @Test
    void noNameAndNoRecordsAreAnswers() {
        assertThat(resolver.lookUp(NAME)).isEqualTo(new Values(List.of()));
        dns.publish(NAME);
        assertThat(resolver.lookUp(NAME)).isEqualTo(new Values(List.of()));
    }

    @Test
    void failureSilenceAndAbsenceOfTheServerAreNone() {
        dns.fail(NAME);
        assertThat(resolver.lookUp(NAME)).isInstanceOf(Unavailable.class);
        dns.keepSilent(NAME);
        assertThat(resolver.lookUp(NAME)).isInstanceOf(Unavailable.class);
        dns.close();
        assertThat(resolver.lookUp(NAME)).isInstanceOf(Unavailable.class);
    }

    @Test
    void secondServerAnswersForTheFirst() {
        dns.publish(NAME, "here");
        try (DnsResponder silent = DnsResponder.start()) {
            silent.keepSilent(NAME);
            assertThat(resolver(silent.server(), dns.server()).lookUp(NAME)).isEqualTo(new Values(List.of("here")));
        }
    }

    @Test
    void fewLookupsRunAtOnce() {
        dns.keepSilent(NAME);
        ExecutorService many = Executors.newFixedThreadPool(20);
        try {
            List<CompletableFuture<TxtAnswer>> answers = IntStream.range(0, 20)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> resolver.lookUp(NAME), many))
                    .toList();
            assertThat(answers)
                    .extracting(CompletableFuture::join)
                    .hasOnlyElementsOfType(Unavailable.class)
                    .contains(new Unavailable("too many look-ups at once"));
        } finally {
            many.shutdown();
        }
        assertThat(resolver.lookUp(NAME)).isNotEqualTo(new Unavailable("too many look-ups at once"));
    }

    private static TxtResolver resolver(String... servers) {
        return new JndiTxtResolver(new VerificationConfig(
                List.of(servers), Duration.ofMillis(300), Duration.ofDays(1), Duration.ofDays(3)));
    }
}
