package io.github.orgswitcher.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.store.Proofs.Vouched;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProofsTest {

    @Test
    void wordsOfOneAddressAddUp() {
        assertThat(Proofs.NONE
                        .withWitness("globex", "a")
                        .withWitness("acme", "a")
                        .withWitness("acme", "a"))
                .isEqualTo(new Proofs(null, new Vouched(Set.of("globex", "acme"), "a")));
    }

    @Test
    void wordOfAnotherAddressTakesThePlaceOfAll() {
        assertThat(Proofs.NONE.withWitness("globex", "a").withWitness("acme", "b"))
                .isEqualTo(new Proofs(null, new Vouched(Set.of("acme"), "b")));
    }

    @Test
    void linkIsNobodysWordAndTakesNone() {
        assertThat(Proofs.NONE.withLink("a")).isEqualTo(new Proofs(null, new Vouched(Set.of(), "a")));
        assertThat(Proofs.NONE.withWitness("globex", "a").withLink("b"))
                .isEqualTo(Proofs.NONE.withWitness("globex", "a"));
    }

    @Test
    void ownProofStandsBesideTheWords() {
        assertThat(Proofs.NONE
                        .withWitness("globex", "a")
                        .withOwn("b")
                        .withWitness("acme", "a")
                        .withOwn("c"))
                .isEqualTo(new Proofs("c", new Vouched(Set.of("globex", "acme"), "a")));
    }

    @Test
    void thereIsRoomForAllThatIsKept() {
        Proofs proofs = IntStream.range(0, 1000)
                .boxed()
                .reduce(
                        Proofs.NONE,
                        (before, number) ->
                                before.withWitness("organization-id-of-36-characters-%03d".formatted(number), "a"),
                        (one, other) -> other);

        assertThat(proofs.vouched()).isNotNull();
        assertThat(String.join(" ", proofs.vouched().orgIds())).hasSizeLessThanOrEqualTo(2000);
    }
}
