package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.Directory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;

/** Whose the addresses of a file are: several people's, or somebody's of a directory that may not answer. */
class PeopleImportHoldersIT extends PeopleImportSuite {

    private static final String SILENT =
            " REFUSED The user storage provider of this person does not answer. Nothing was changed.";

    private final Directory directory = Directory.start();

    @AfterAll
    void closeDirectory() {
        directory.close();
    }

    private void allowDuplicateEmails(boolean allowed) {
        RealmRepresentation representation = realm().resource().toRepresentation();
        representation.setLoginWithEmailAllowed(!allowed);
        representation.setDuplicateEmailsAllowed(allowed);
        realm().resource().update(representation);
    }

    @Test
    void addressOfTwoIsInvitedAndNeitherBecomesAMember() {
        Place place = new Place();
        allowDuplicateEmails(true);
        String one = realm().user("one." + place.domain, place.mailbox("shared"));
        String two = realm().user("two." + place.domain, place.mailbox("shared"));
        try {
            String[] file = {"organization,email", place.row("shared")};

            assertThat(results(imported(post(realm().rest(), "?dryRun=true", file))))
                    .containsExactly("1 INVITED");
            assertThat(results(imported(post(realm().rest(), "", file)))).containsExactly("1 INVITED");

            assertThat(Stream.of(one, two)).noneMatch(user -> realm().isMember(place.id, user));
            assertThat(server().mailbox().awaitMailTo(place.mailbox("shared")).links())
                    .isNotEmpty();
            assertThat(server().mailbox().mailsTo(place.mailbox("shared"))).hasSize(1);
            assertThat(results(imported(post(realm().rest(), "", file))))
                    .containsExactly("1 UNCHANGED Is invited, and has not answered.");

            realm().member(place.id, two);
            assertThat(results(imported(post(realm().rest(), "", file)))).containsExactly("1 UNCHANGED Is a member.");
            assertThat(realm().isMember(place.id, one)).isFalse();
        } finally {
            Stream.of(one, two)
                    .forEach(user -> realm().resource().users().delete(user).close());
            allowDuplicateEmails(false);
        }
    }

    @Test
    void rowsSayThatADirectoryIsSilentAndAreTakenLater() {
        Place place = new Place();
        String storage = directory.serve(realm(), "people", "READ_ONLY", true, Map.of("trustEmail", "true"));
        try {
            Stream.of("ada", "bea")
                    .forEach(name -> directory.person("people", name + "." + place.domain, place.mailbox(name)));
            String bea = realm().userId("bea." + place.domain);
            String[] file = {"organization,email", place.row("ada"), place.row("stranger")};
            directory.down();
            try {
                for (String query : List.of("?dryRun=true", "")) {
                    assertThat(results(imported(post(realm().rest(), query, file))))
                            .containsExactly("1" + SILENT, "2" + SILENT);
                    assertThat(results(imported(post(realm().rest(), query, "organization,email", place.row("bea")))))
                            .as("of whom Keycloak has a copy")
                            .containsExactly("1" + SILENT);
                }
                assertThat(realm().invitations(place.id, place.mailbox("ada"))).isEmpty();
                assertThat(realm().isMember(place.id, bea)).isFalse();
            } finally {
                directory.up();
            }

            assertThat(results(imported(post(realm().rest(), "", file)))).containsExactly("1 JOINED", "2 INVITED");
            assertThat(realm().isMember(place.id, realm().userId("ada." + place.domain)))
                    .isTrue();
        } finally {
            realm().resource().components().removeComponent(storage);
        }
    }

    /** It takes the question and says nothing, so that each who asks waits. */
    @Test
    void directoryThatIsMuteIsAskedOnceForAllRows() throws IOException {
        Place place = new Place();
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String storage = directory.serve(
                    realm(),
                    "mute",
                    "READ_ONLY",
                    true,
                    Map.of("connectionUrl", "ldap://127.0.0.1:" + mute.getLocalPort(), "readTimeout", "200"));
            try {
                int forOne = asked(mute, place, 1);
                assertThat(forOne).isPositive();
                assertThat(asked(mute, place, 5)).isEqualTo(forOne);
            } finally {
                realm().resource().components().removeComponent(storage);
            }
        }
    }

    /** How often somebody has come to the directory's door for so many rows. */
    private int asked(ServerSocket mute, Place place, int rows) throws IOException {
        String[] file = Stream.concat(
                        Stream.of("organization,email"),
                        IntStream.range(0, rows).mapToObj(number -> place.row("p" + number)))
                .toArray(String[]::new);
        assertThat(results(imported(post(realm().rest(), "", file))))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, rows)
                        .mapToObj(row -> row + SILENT)
                        .toList());
        mute.setSoTimeout(1);
        int asked = 0;
        try {
            while (true) {
                mute.accept().close();
                asked++;
            }
        } catch (SocketTimeoutException e) {
            return asked;
        }
    }
}
