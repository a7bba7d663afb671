package io.github.orgswitcher.verification;

import io.github.orgswitcher.verification.TxtAnswer.Unavailable;
import io.github.orgswitcher.verification.TxtAnswer.Values;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import org.jspecify.annotations.Nullable;

/**
 * DNS by the JDK's own client. It asks over UDP and, for long answers, over TCP, so an answer has 64 KB at most.
 *
 * <p>Few look-ups run at a time, because each keeps one of Keycloak's threads waiting where DNS is slow.
 */
final class JndiTxtResolver implements TxtResolver {

    private static final String TXT = "TXT";
    private static final int MAX_AT_ONCE = 8;

    private final Semaphore permits = new Semaphore(MAX_AT_ONCE);
    private final VerificationConfig config;

    JndiTxtResolver(VerificationConfig config) {
        this.config = config;
    }

    @Override
    public TxtAnswer lookUp(String name) {
        if (!permits.tryAcquire()) {
            return new Unavailable("too many look-ups at once");
        }
        try {
            return ask(name);
        } catch (NameNotFoundException e) {
            return new Values(List.of());
        } catch (NamingException e) {
            return new Unavailable(reason(e));
        } finally {
            permits.release();
        }
    }

    /** The DNS provider reads texts and deserializes nothing, and a host name is no address of another provider. */
    @SuppressWarnings("BanJNDI")
    private TxtAnswer ask(String name) throws NamingException {
        DirContext dns = new InitialDirContext(environment());
        try {
            // The final dot keeps any search domain away.
            return new Values(
                    values(dns.getAttributes(name + ".", new String[] {TXT}).get(TXT)));
        } finally {
            dns.close();
        }
    }

    private static List<String> values(@Nullable Attribute records) throws NamingException {
        List<String> values = new ArrayList<>();
        if (records != null) {
            NamingEnumeration<?> all = records.getAll();
            while (all.hasMore()) {
                values.add(TxtStrings.joined(String.valueOf(all.next())));
            }
        }
        return values;
    }

    @SuppressWarnings("JdkObsolete") // JNDI takes nothing else
    private Hashtable<String, String> environment() {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        environment.put(Context.PROVIDER_URL, config.providerUrl());
        environment.put(
                "com.sun.jndi.dns.timeout.initial",
                String.valueOf(config.timeout().toMillis()));
        // Each server is asked twice, and waited for twice as long the second time.
        environment.put("com.sun.jndi.dns.timeout.retries", "2");
        return environment;
    }

    private static String reason(NamingException e) {
        Throwable cause = e.getRootCause();
        return cause == null ? String.valueOf(e.getExplanation()) : cause.toString();
    }
}
