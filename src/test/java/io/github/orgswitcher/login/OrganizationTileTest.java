package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.decision.OrganizationRef;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganizationTileTest {

    @ParameterizedTest
    @CsvSource({
        "Acme, A",
        "Acme Labs, AL",
        "team 1, T1",
        "Team 12, T12",
        "Team 2026, T20",
        "42 Labs, 42L",
        "(--), ''",
        "éclair größe, ÉG"
    })
    void tileTellsNeighboursApart(String name, String initials) {
        assertThat(OrganizationTile.of(new OrganizationRef("id", "alias", name)).getInitials())
                .isEqualTo(initials);
    }
}
