package io.github.orgswitcher.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of the demo listen, all on the loopback address.
 *
 * @param keycloak Keycloak
 * @param app the application
 * @param smtp the mailbox
 * @param mail the inbox's page and JSON
 */
public record Ports(int keycloak, int app, int smtp, int mail) {

    private static final String KEYCLOAK = "demo.port";
    private static final String APP = "demo.app.port";
    private static final String SMTP = "demo.smtp.port";
    private static final String MAIL = "demo.mail.port";

    /**
     * The ports that the system properties {@code demo.port}, {@code demo.app.port}, {@code demo.smtp.port} and
     * {@code demo.mail.port} name.
     *
     * @return the ports
     * @throws DemoException where one is missing or no port number
     */
    public static Ports fromSystemProperties() {
        return new Ports(number(KEYCLOAK), number(APP), number(SMTP), number(MAIL));
    }

    /**
     * Four ports that are free now.
     *
     * @return the ports
     * @throws IOException where there are none
     */
    public static Ports free() throws IOException {
        // All four are held until the last is known: otherwise one could be given twice.
        try (ServerSocket first = any();
                ServerSocket second = any();
                ServerSocket third = any();
                ServerSocket fourth = any()) {
            return new Ports(first.getLocalPort(), second.getLocalPort(), third.getLocalPort(), fourth.getLocalPort());
        }
    }

    /**
     * Keycloak's address, as browsers and Keycloak itself reach it.
     *
     * @return the URL, without a slash at its end
     */
    public String keycloakUrl() {
        return "http://localhost:" + keycloak;
    }

    /**
     * The application's address.
     *
     * @return the URL, without a slash at its end
     */
    public String appUrl() {
        return "http://localhost:" + app;
    }

    /**
     * The inbox's address.
     *
     * @return the URL, without a slash at its end
     */
    public String mailUrl() {
        return "http://localhost:" + mail;
    }

    /**
     * Sees to it that the demo can listen on each of them.
     *
     * @throws DemoException where it cannot on one
     */
    void requireFree() {
        Map<String, Integer> named = new LinkedHashMap<>();
        named.put(KEYCLOAK, keycloak);
        named.put(APP, app);
        named.put(SMTP, smtp);
        named.put(MAIL, mail);
        Set<Integer> seen = new HashSet<>();
        named.forEach((property, port) -> {
            if (!seen.add(port) || !isFree(port)) {
                throw new DemoException("Port " + port + " is taken or not allowed; choose another one with -D"
                        + property + "=<port>.");
            }
        });
    }

    private static boolean isFree(int port) {
        // Both: some systems let one process have the port on all addresses and another one on a single address.
        return canListen(null, port) && canListen(InetAddress.getLoopbackAddress(), port);
    }

    private static boolean canListen(@Nullable InetAddress address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static ServerSocket any() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static int number(String property) {
        String value = System.getProperty(property, "");
        try {
            int port = Integer.parseInt(value);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, together with numbers that are no port.
        }
        throw new DemoException("-D" + property + " takes a port from 1 to 65535, not '" + value + "'.");
    }
}
