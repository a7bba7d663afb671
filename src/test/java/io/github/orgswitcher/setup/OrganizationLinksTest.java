package io.github.orgswitcher.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.platform.links.LinkRemark;
import org.junit.jupiter.api.Test;

class OrganizationLinksTest {

    @Test
    void whatIsLinkedUnmanagedIsNamed() {
        assertThat(OrganizationLinks.warning(new LinkRemark.Unmanaged("entra")))
                .isEqualTo(SetupWarning.of(SetupWarningCode.PROVIDER_LINKED_UNMANAGED, "entra"));
    }

    @Test
    void theOpenDoorIsNamedByItsProviderFirst() {
        assertThat(OrganizationLinks.warning(new LinkRemark.EverybodyJoins("google", "acme")))
                .isEqualTo(SetupWarning.of(SetupWarningCode.EVERYBODY_JOINS, "google", "acme"));
    }
}
