package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Strangers who have accounts with others' addresses, and owners who prove them. */
abstract class SetAsideSuite extends EmailSignInSuite {

    /** An account with a password whose address nobody has proven. */
    String stranger(String address) {
        return stranger("stranger-" + address.substring(0, address.indexOf('@')), address);
    }

    String stranger(String name, @Nullable String address) {
        String id = untouched(name, address);
        account(id).resetPassword(passwordCredential());
        return id;
    }

    /** An account that an administrator has made and nobody has used. */
    String untouched(String address) {
        return untouched("made-" + address.substring(0, address.indexOf('@')), address);
    }

    String untouched(String name, @Nullable String address) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(name);
        user.setEmail(address);
        user.setFirstName("Some");
        user.setLastName("Body");
        user.setEnabled(true);
        return CreatedResponseUtil.getCreatedId(realm().resource().users().create(user));
    }

    static CredentialRepresentation passwordCredential() {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(password());
        return credential;
    }

    UserResource account(String id) {
        return realm().resource().users().get(id);
    }

    String clientId(String name) {
        return realm().resource().clients().findByClientId(name).get(0).getId();
    }

    List<String> userIds(String address) {
        return realm().resource().users().searchByEmail(address, true).stream()
                .map(UserRepresentation::getId)
                .toList();
    }

    /** The code of the mail that comes after so many others. */
    String latestCode(String address, int others) {
        return code(server().mailbox().awaitMailTo(address, others));
    }

    /** The owner signs in by email, in a browser of the owner's; returns the account's id. */
    String prove(String address) {
        OidcClient app = realm().app();
        int others = server().mailbox().mailsTo(address).size();
        Page page = send(start(app, browser(), Map.of()), address);
        return subject(app, finish(enter(page, latestCode(address, others))));
    }

    static String subject(OidcClient app, Page end) {
        return app.tokens(end).accessClaims().path("sub").asText();
    }

    /** Signs somebody in by password, from the page that asks for an address. */
    Page byPassword(Page login, String id) {
        Page form = login.has("#password") ? login : login.submit("button[name=authenticationExecution]");
        String name = account(id).toRepresentation().getUsername();
        return form.submit("#kc-login", Map.of("username", name, "password", password()));
    }
}
