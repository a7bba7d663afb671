package io.github.orgswitcher.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientNetworkTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7,                    203.0.113.7",
        "::ffff:203.0.113.7,             203.0.113.7",
        "2001:db8:1:2::7,                20010db800010002",
        "2001:db8:1:2:ffff:ffff::1,      20010db800010002",
        "2001:db8:1:3::7,                20010db800010003",
    })
    void publicAddressesAreCounted(String remoteHost, String network) {
        assertThat(ClientNetwork.of(remoteHost, false)).contains(network);
        assertThat(ClientNetwork.of(remoteHost, true)).contains(network);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.1.1", "fe80::1", "fd00::1"})
    void privateOnesOnlyWhereTheProxyTellsPeopleApart(String remoteHost) {
        assertThat(ClientNetwork.of(remoteHost, false)).as("may be the proxy").isEmpty();
        assertThat(ClientNetwork.of(remoteHost, true)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1"})
    void noPersonIsAtTheServersOwn(String remoteHost) {
        assertThat(ClientNetwork.of(remoteHost, false)).isEmpty();
        assertThat(ClientNetwork.of(remoteHost, true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "_hidden", ""})
    void whatIsNoAddressIsCountedAsItStands(String remoteHost) {
        assertThat(ClientNetwork.of(remoteHost, false)).isEmpty();
        assertThat(ClientNetwork.of(remoteHost, true)).contains(remoteHost);
    }
}
