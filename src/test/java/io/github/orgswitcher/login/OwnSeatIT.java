package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.AtOnce;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.RestResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The last seat is an invitation's: it is free to whom that was sent, whichever way they come, and to nobody else. */
class OwnSeatIT extends ManagerSuite {

    private static final String FULL = "no places left";

    /** How somebody comes in. */
    enum Way {
        PAGE("SUGGEST"),
        REST("SUGGEST"),
        AUTOMATIC("AUTOMATIC"),
        APPROVED("REQUEST"),
        ADDED("SUGGEST");

        private final String mode;

        Way(String mode) {
            this.mode = mode;
        }
    }

    /** An organization of one seat, and somebody who may join it. */
    private final class Place {

        private final String alias = "s" + UUID.randomUUID().toString().substring(0, 8);
        private final String email = alias + "@" + alias + ".example";
        private final String org;

        Place(String mode) {
            org = realm().organization(
                            alias,
                            alias,
                            Map.of(
                                    "org-switcher.allowed-domains", List.of(alias + ".example"),
                                    "org-switcher.join-mode", List.of(mode),
                                    "org-switcher.max-members", List.of("1")));
        }

        /** Comes in, once the seat is held; returns what is told. */
        String come(Way way, String invited) {
            String enrollments = "org-switcher/organizations/" + org + "/enrollments/";
            switch (way) {
                case PAGE -> {
                    Switcher shown = Switcher.on(person(alias, email).signIn(realm().app()));
                    realm().invite(org, invited);
                    return shown.join(alias).text();
                }
                case AUTOMATIC -> {
                    realm().invite(org, invited);
                    return person(alias, email).signIn(realm().app()).text();
                }
                case REST -> {
                    realm().user(alias, email);
                    realm().invite(org, invited);
                    return rest(alias)
                            .post("org-switcher/organizations/" + org + "/join")
                            .body();
                }
                case APPROVED -> {
                    String asker = asks(org, alias, alias);
                    realm().invite(org, invited);
                    return realm().rest()
                            .post(enrollments + asker + "/approval")
                            .body();
                }
                default -> {
                    String user = realm().user(alias, email);
                    realm().invite(org, invited);
                    return realm().rest()
                            .post(
                                    "org-switcher/organizations/" + org + "/people/memberships",
                                    Map.of("users", List.of(user)))
                            .body();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void seatOfOnesOwnInvitationIsOnesOwn(Way way) {
        Place place = new Place(way.mode);

        String told = place.come(way, place.email);

        assertThat(realm().isMember(place.org, realm().userId(place.alias)))
                .as(told)
                .isTrue();
        assertThat(realm().invitations(place.org, place.email)).as("used up").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void seatOfSomebodyElsesInvitationIsNot(Way way) {
        Place place = new Place(way.mode);
        String other = "other@" + place.alias + ".example";

        String told = place.come(way, other);

        assertThat(realm().isMember(place.org, realm().userId(place.alias))).isFalse();
        assertThat(realm().invitations(place.org, other)).hasSize(1);
        if (way != Way.AUTOMATIC) {
            assertThat(told).containsIgnoringCase(FULL);
        }
    }

    @Test
    void whoeverHasTheSeatMayAskToo() {
        Place place = new Place("REQUEST");
        realm().user(place.alias, place.email);
        realm().invite(place.org, place.email);

        RestResponse asked = rest(place.alias).post("org-switcher/organizations/" + place.org + "/request");

        assertThat(asked.status()).as(asked.toString()).isEqualTo(204);
        assertThat(realm().invitations(place.org, place.email)).hasSize(1);
    }

    @Test
    void invitationIsThereStillWhereTheSeatIsGone() {
        Place place = new Place("SUGGEST");
        Person late = person(place.alias, place.email);
        Switcher shown = Switcher.on(late.signIn(realm().app()));
        realm().invite(place.org, place.email);
        realm().member(place.org, realm().user("m-" + place.alias, "m@elsewhere.example"));

        assertThat(Switcher.on(shown.join(place.alias)).choiceError()).contains(FULL);

        assertThat(realm().invitations(place.org, place.email)).hasSize(1);
        assertThat(realm().events())
                .filteredOn(event -> late.id().equals(event.getUserId()) && event.getError() != null)
                .singleElement()
                .satisfies(
                        event -> assertThat(event.getDetails()).containsEntry("org_switcher_organization", place.org));
    }

    @Test
    void ofTwoWhoAreInvitedAndPressJoinAndAcceptOneIsIn() {
        Place place = new Place("SUGGEST");
        List<OidcClient> apps = Stream.of(realm().app(), realm().app()).toList();
        String other = "x-" + place.alias;
        Switcher joining = Switcher.on(person(place.alias, place.email).signIn(apps.get(0)));
        realm().invite(place.org, place.email);
        realm().invite(place.org, other + "@" + place.alias + ".example");
        Switcher accepting = Switcher.on(
                person(other, other + "@" + place.alias + ".example").signIn(apps.get(1)));
        List<Supplier<Page>> presses = List.of(() -> joining.join(place.alias), () -> accepting.accept(place.alias));

        List<Page> ends = AtOnce.begin(presses).answers();

        assertThat(ends).allSatisfy(end -> assertThat(end.status()).isLessThan(500));
        assertThat(Stream.of(place.alias, other).filter(name -> realm().isMember(place.org, realm().userId(name))))
                .as("the other's invitation holds its seat against the one who joins")
                .containsExactly(other);
    }
}
