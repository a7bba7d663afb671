package io.github.orgswitcher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.platform.links.AutoMembership;
import io.github.orgswitcher.platform.links.Home;
import io.github.orgswitcher.platform.links.LinkRemark;
import io.github.orgswitcher.platform.links.ProviderLinks;
import org.keycloak.models.OrganizationDomainModel;
import org.keycloak.representations.idm.MembershipType;

/** What linked providers mean on Keycloak 26.8. Each public method is a test; they run where the stand-ins are Keycloak's. */
public final class LinksOf268 {

    private final ProviderLinks links = RunningKeycloak.links();

    public void areRecognized() {
        assertThat(links.version()).isEqualTo("26.8");
    }

    public void whatAnOrganizationManagesIsItsOwn() {
        World world = corporate().withTable();
        assertThat(links.ownerOf(world.session(), world.provider("entra"))).contains("acme");
        assertThat(kind(world, "entra", false)).isEqualTo(SignInKind.ENTERPRISE);
        assertThat(world.lookUps).isZero();
    }

    public void whatOrganizationsShareUnmanagedIsSocialAndNobodys() {
        World world = shared().withTable();
        assertThat(links.ownerOf(world.session(), world.provider("google"))).isEmpty();
        assertThat(kind(world, "google", false)).isEqualTo(SignInKind.SOCIAL);
        assertThat(world.lookUps).isZero();
    }

    public void whoIsManagedComesByTheOrganizationsProviderHoweverItIsLinkedNow() {
        World world = shared().withTable();
        assertThat(kind(world, "google", true)).isEqualTo(SignInKind.ENTERPRISE);
    }

    public void whatNoOrganizationHasIsSocialWithNoStatement() {
        World world = new World().withTable().provider("github", true);
        assertThat(kind(world, "github", true)).isEqualTo(SignInKind.SOCIAL);
        assertThat(kind(world, "gone", true)).isEqualTo(SignInKind.SOCIAL);
        assertThat(world.statements).isEmpty();
    }

    public void withNoTableThatIsKnownTheModelTells() {
        World managed = corporate();
        assertThat(links.ownerOf(managed.session(), managed.provider("entra"))).contains("acme");
        assertThat(managed.lookUps).isPositive();
        World unmanaged = shared().withTableOfAnotherShape();
        assertThat(links.ownerOf(unmanaged.session(), unmanaged.provider("google"))).isEmpty();
        assertThat(kind(unmanaged, "google", false)).isEqualTo(SignInKind.SOCIAL);
        assertThat(kind(unmanaged, "google", true)).isEqualTo(SignInKind.ENTERPRISE);
        assertThat(unmanaged.statements).isEmpty();
        assertThat(links.remarks(unmanaged.session())).isEmpty();
    }

    public void aDomainSaysWhereItIsAtHome() {
        World world = new World()
                .provider("entra", true, "acme")
                .organization("acme", true, new OrganizationDomainModel("acme.example", "entra", true));
        assertThat(home(world)).isEqualTo(new Home.At(world.provider("entra"), "acme"));
    }

    public void nobodyIsSentWhereTheDomainDoesNotSaySo() {
        World silent = new World()
                .provider("entra", true, "acme")
                .organization("acme", true, new OrganizationDomainModel("acme.example", "entra", false));
        assertThat(home(silent)).isEqualTo(Home.NONE);
        World homeless = new World().organization("acme", true, new OrganizationDomainModel("acme.example", null, true));
        assertThat(home(homeless)).isEqualTo(Home.NONE);
        World gone = new World().organization("acme", true, new OrganizationDomainModel("acme.example", "entra", true));
        assertThat(home(gone)).isEqualTo(Home.NONE);
        World closed = new World()
                .provider("entra", true, "acme")
                .organization("acme", false, new OrganizationDomainModel("acme.example", "entra", true));
        assertThat(home(closed)).isEqualTo(Home.NONE);
        assertThat(home(new World())).isEqualTo(Home.NONE);
    }

    public void keycloaksOwnDoorsAreNamed() {
        World world = new World()
                .withTable()
                .rows(
                        new Object[] {"1", "acme", "Acme", "google", "domain"},
                        new Object[] {"1", "acme", "Acme", "google", "wildcard"},
                        new Object[] {"2", "open", "Open", "google", null});
        assertThat(links.autoMemberships(world.session(), domain()))
                .containsExactly(
                        new AutoMembership("1", "acme", "Acme", "google", false),
                        new AutoMembership("2", "open", "Open", "google", true));
    }

    public void administratorsAreToldOfWhatIsEasilyOverlooked() {
        World world = new World().withTable().rows(new Object[] {"google", "open"});
        assertThat(links.remarks(world.session()))
                .containsExactly(new LinkRemark.Unmanaged("shared"), new LinkRemark.EverybodyJoins("google", "open"));
    }

    private static World corporate() {
        return new World()
                .organization("acme", true)
                .organization("globex", true)
                .provider("entra", true, "globex", "acme")
                .link("globex", "entra", MembershipType.UNMANAGED)
                .link("acme", "entra", MembershipType.MANAGED);
    }

    private static World shared() {
        return new World()
                .organization("acme", true)
                .organization("globex", true)
                .provider("google", true, "globex", "acme")
                .link("globex", "google", MembershipType.UNMANAGED)
                .link("acme", "google", MembershipType.UNMANAGED);
    }

    private SignInKind kind(World world, String alias, boolean managed) {
        return new LinkedProviders(world.session()).kindOf(alias, world.person("alice", managed));
    }

    private Home home(World world) {
        return links.homeOf(world.session(), domain());
    }

    private static EmailDomain domain() {
        return new EmailDomain("acme.example");
    }
}
