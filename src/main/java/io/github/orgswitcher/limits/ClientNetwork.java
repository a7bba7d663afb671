package io.github.orgswitcher.limits;

import com.google.common.net.InetAddresses;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The network that requests come from, as far as it tells people apart. */
final class ClientNetwork {

    private static final String PROXY_HEADERS = "kc.proxy-headers";
    private static final String PROXY_PROTOCOL = "kc.proxy-protocol-enabled";
    private static final int PREFIX_BYTES = 8;
    private static final int UNIQUE_LOCAL_MASK = 0xfe;
    private static final int UNIQUE_LOCAL = 0xfc;

    private ClientNetwork() {}

    /**
     * The network of a request.
     *
     * @param remoteHost the address that Keycloak knows of; it reads a proxy's headers where it is set to
     * @return the IPv4 address or the IPv6 network of 64 bits that a provider gives to one customer, or empty where it may
     *     be the address of a proxy that everybody comes by
     */
    static Optional<String> of(String remoteHost) {
        return of(remoteHost, isProxySetUp());
    }

    static Optional<String> of(String remoteHost, boolean proxySetUp) {
        if (!InetAddresses.isInetAddress(remoteHost)) {
            return Optional.of(remoteHost).filter(host -> proxySetUp);
        }
        InetAddress address = InetAddresses.forString(remoteHost);
        if (address.isLoopbackAddress() || !proxySetUp && isPrivate(address)) {
            return Optional.empty();
        }
        return Optional.of(
                address instanceof Inet6Address
                        ? HexFormat.of().formatHex(address.getAddress(), 0, PREFIX_BYTES)
                        : InetAddresses.toAddrString(address));
    }

    private static boolean isPrivate(InetAddress address) {
        return address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address instanceof Inet6Address && (address.getAddress()[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
    }

    private static boolean isProxySetUp() {
        Config config = ConfigProvider.getConfig();
        return config.getOptionalValue(PROXY_HEADERS, String.class).isPresent()
                || config.getOptionalValue(PROXY_PROTOCOL, Boolean.class).orElse(false);
    }
}
