package io.github.orgswitcher.testing;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldif.LDIFException;
import jakarta.ws.rs.core.Response;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentRepresentation;

/** An LDAP server on the loopback interface. It has one branch of people for each user storage provider that uses it. */
public final class Directory implements AutoCloseable {

    private static final String BASE = "dc=directory,dc=example";
    private static final String ADMIN = "cn=admin," + BASE;
    private static final String SECRET = "secret";
    private static final String LISTENER = "ldap";

    private final InMemoryDirectoryServer ldap;
    private final HeldSearches searches;
    private final int port;

    private Directory(InMemoryDirectoryServer ldap, HeldSearches searches) {
        this.ldap = ldap;
        this.searches = searches;
        this.port = ldap.getListenPort(LISTENER);
    }

    /** Starts on a free port. */
    public static Directory start() {
        try {
            HeldSearches searches = new HeldSearches();
            InMemoryDirectoryServer ldap = new InMemoryDirectoryServer(config(searches));
            ldap.add("dn: " + BASE, "objectClass: domain", "dc: directory");
            ldap.startListening();
            return new Directory(ldap, searches);
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InMemoryDirectoryServerConfig config(HeldSearches searches) throws LDAPException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
        config.addAdditionalBindCredentials(ADMIN, SECRET);
        config.setSchema(null);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig(LISTENER, InetAddress.getLoopbackAddress(), 0, null));
        config.addInMemoryOperationInterceptor(searches);
        return config;
    }

    /** Nobody answers any more. */
    public void down() {
        ldap.shutDown(true);
    }

    /** Answers again, at the same address and with the same people. */
    public void up() {
        try {
            ldap.startListening();
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes questions and answers none, until it is let go. */
    public HeldSearches hold() {
        return searches.hold();
    }

    /** Adds somebody with the password {@link TestRealm#PASSWORD} to a branch. */
    public void person(String branch, String username, String email) {
        change(() -> ldap.add(
                "dn: " + dn(branch, username),
                "objectClass: inetOrgPerson",
                "uid: " + username,
                "cn: Ada",
                "sn: Example",
                "mail: " + email,
                // Longer than what Keycloak keeps as a text of its own.
                "description: " + username + "-".repeat(300),
                "userPassword: " + TestRealm.PASSWORD));
    }

    /** Takes somebody out. */
    public void remove(String branch, String username) {
        change(() -> ldap.delete(dn(branch, username)));
    }

    /** Gives somebody another password, of which Keycloak hears nothing. */
    public void password(String branch, String username, String password) {
        change(() -> ldap.modify(
                dn(branch, username), new Modification(ModificationType.REPLACE, "userPassword", password)));
    }

    private interface Change {
        void make() throws LDAPException, LDIFException;
    }

    private static void change(Change change) {
        try {
            change.make();
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String dn(String branch, String username) {
        return "uid=" + username + ",ou=" + branch + "," + BASE;
    }

    /** Adds a provider for each way in which Keycloak can use a directory; see {@link #branch}. */
    public void serveInAllWays(TestRealm realm) {
        for (String mode : List.of("READ_ONLY", "WRITABLE", "UNSYNCED")) {
            serve(realm, branch(mode, true), mode, true);
        }
        // Keycloak knows no UNSYNCED directory whose people are not imported.
        for (String mode : List.of("READ_ONLY", "WRITABLE")) {
            serve(realm, branch(mode, false), mode, false);
        }
    }

    /** The branch of the people whom Keycloak uses in one of these ways. */
    public static String branch(String editMode, boolean imports) {
        return editMode.toLowerCase(Locale.ROOT).replace('_', '-') + (imports ? "-imported" : "");
    }

    /**
     * Adds a user storage provider of a realm, and its branch here.
     *
     * @param editMode {@code READ_ONLY}, {@code WRITABLE} or {@code UNSYNCED}
     * @return the provider's id
     */
    public String serve(TestRealm realm, String branch, String editMode, boolean imports) {
        return serve(realm, branch, editMode, imports, Map.of());
    }

    /**
     * The same with further settings of the provider.
     *
     * @param settings they take the place of those that it has here
     * @return the provider's id
     */
    public String serve(
            TestRealm realm, String branch, String editMode, boolean imports, Map<String, String> settings) {
        change(() -> ldap.add("dn: ou=" + branch + "," + BASE, "objectClass: organizationalUnit", "ou: " + branch));
        ComponentRepresentation provider = new ComponentRepresentation();
        provider.setName(branch);
        provider.setProviderId("ldap");
        provider.setProviderType("org.keycloak.storage.UserStorageProvider");
        Map<String, List<String>> config = new HashMap<>();
        config.put("vendor", List.of("other"));
        config.put("connectionUrl", List.of("ldap://127.0.0.1:" + port));
        config.put("authType", List.of("simple"));
        config.put("bindDn", List.of(ADMIN));
        config.put("bindCredential", List.of(SECRET));
        config.put("usersDn", List.of("ou=" + branch + "," + BASE));
        config.put("editMode", List.of(editMode));
        config.put("importEnabled", List.of(String.valueOf(imports)));
        config.put("usernameLDAPAttribute", List.of("uid"));
        config.put("rdnLDAPAttribute", List.of("uid"));
        config.put("uuidLDAPAttribute", List.of("entryUUID"));
        config.put("userObjectClasses", List.of("inetOrgPerson"));
        config.put("connectionPooling", List.of("false"));
        config.put("cachePolicy", List.of("NO_CACHE"));
        config.put("enabled", List.of("true"));
        settings.forEach((name, value) -> config.put(name, List.of(value)));
        provider.setConfig(new MultivaluedHashMap<>(config));
        try (Response response = realm.resource().components().add(provider)) {
            return CreatedResponseUtil.getCreatedId(response);
        }
    }

    @Override
    public void close() {
        searches.close();
        ldap.shutDown(true);
    }
}
