package io.github.orgswitcher;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.orgswitcher.platform.KeycloakInsides;
import org.jspecify.annotations.NullMarked;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.OrganizationModel;

/** The structure that design and contribution guide promise. */
@AnalyzeClasses(packages = "io.github.orgswitcher", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PURE_PACKAGES_KNOW_NO_KEYCLOAK = noClasses()
            .that()
            .resideInAnyPackage("..domain..", "..decision..", "..policy..", "..name..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.keycloak..", "jakarta..", "org.hibernate..", "org.jboss..")
            .as("the rules in domain, decision, policy and name are pure");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.github.orgswitcher.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule JPA_STAYS_IN_ITS_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackages("..store.jpa..", "..platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "..store.jpa..");

    @ArchTest
    static final ArchRule PLATFORM_ALONE_KNOWS_KEYCLOAKS_INSIDES = noClasses()
            .that()
            .resideOutsideOfPackage("..platform..")
            .should()
            .dependOnClassesThat(describe("are Keycloak's insides", type -> KeycloakInsides.of(type.getFullName())
                    .isPresent()));

    @ArchTest
    static final ArchRule PLATFORM_KNOWS_ONLY_THE_RULES = noClasses()
            .that()
            .resideInAPackage("..platform..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.github.orgswitcher..")
                    .and(not(resideInAnyPackage("..platform..", "..domain..", "..decision.."))));

    /** What only one version of Keycloak has is for that version's implementation. */
    @ArchTest
    static final ArchRule VERSIONS_KEEP_TO_THEMSELVES = noClasses()
            .that()
            .resideOutsideOfPackage("..keycloak267..")
            .should()
            .callMethodWhere(target(nameMatching("(get|set)OrganizationId"))
                    .and(target(owner(assignableTo(IdentityProviderModel.class)))))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(OrganizationModel.IdentityProviderRedirectMode.class);

    @ArchTest
    static final ArchRule FEATURES_DO_NOT_KNOW_THE_DOORS = noClasses()
            .that()
            .resideInAnyPackage(
                    "..domain..",
                    "..decision..",
                    "..policy..",
                    "..platform..",
                    "..store..",
                    "..settings..",
                    "..membership..",
                    "..management..",
                    "..declared..",
                    "..notice..",
                    "..verification..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..orgswitcher.login..", "..orgswitcher.admin..", "..orgswitcher.lifecycle..");

    private static final DescribedPredicate<JavaClass> ROOMS =
            INTERFACES.and(resideInAPackage("io.github.orgswitcher.store")).as("rooms of the store");

    @ArchTest
    static final ArchRule ROOMS_ARE_IMPLEMENTED_ON_JPA =
            classes().that().implement(ROOMS).should().resideInAPackage("..store.jpa..");

    /** What is sent to the database before a query is said by the query. */
    @ArchTest
    static final ArchRule FLUSHES_ARE_DECIDED_IN_ONE_PLACE = noClasses()
            .that()
            .doNotHaveSimpleName("RealmQueries")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("FlushModeType");

    /** Sign-in by email is a feature beside the switcher, which knows no more than whether it has signed somebody in. */
    @ArchTest
    static final ArchRule SWITCHER_KNOWS_NO_SIGN_IN_BY_EMAIL = noClasses()
            .that()
            .resideOutsideOfPackages("..passwordless..", "..setup..")
            .should()
            .dependOnClassesThat(resideInAPackage("..passwordless..").and(not(simpleName("EmailProof"))));

    /** An address is looked up by its type, in every spelling and past the cache, or somebody else is found. */
    @ArchTest
    static final ArchRule PEOPLE_ARE_LOOKED_UP_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackage("..people..")
            .should()
            .callMethodWhere(target(nameMatching("getUserByEmail|searchForUser.*|findUserByNameOrEmail")));

    /** It takes an address that has been read, so that the mail goes to the domain that is matched. */
    @ArchTest
    static final ArchRule MAIL_IS_SENT_IN_ONE_PLACE = noClasses()
            .that()
            .doNotHaveSimpleName("SignInMail")
            .and()
            .doNotHaveSimpleName("NoticeMail")
            .and()
            .doNotHaveSimpleName("InvitationMail")
            .and()
            .doNotHaveSimpleName("LostNameMail")
            .and()
            .doNotHaveSimpleName("AffiliationMail")
            .and()
            .doNotHaveSimpleName("VerificationMail")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.keycloak\\.email\\.Email(Template|Sender)Provider");

    /**
     * A transaction of ours reads what others commit, waits for no lock longer than seconds, and is tried again. What counts
     * while others are being counted is one of its own.
     */
    @ArchTest
    static final ArchRule TRANSACTIONS_ARE_OPENED_IN_ONE_PLACE = noClasses()
            .that()
            .doNotHaveSimpleName("OwnTransaction")
            .and()
            .doNotHaveSimpleName("Tally")
            .and()
            .doNotHaveSimpleName("OtherSession")
            .should()
            .callMethodWhere(target(nameMatching("runJobInTransaction.*|runJobInRetriableTransaction")))
            .orShould()
            .callMethodWhere(target(nameMatching("call")).and(target(owner(simpleName("OtherSession")))));

    /**
     * What these write is reached through {@code OwnTransaction}, or waits for nobody; what Keycloak removes takes ours with it in
     * Keycloak's own transaction. Doors and listeners write nothing themselves.
     */
    @ArchTest
    static final ArchRule ROWS_ARE_WRITTEN_IN_TRANSACTIONS_OF_OUR_OWN = noClasses()
            .that()
            .resideOutsideOfPackage("..store..")
            .and()
            .haveNameNotMatching(
                    ".*\\.(ChoiceTransaction|Leaving|Creation|FirstManager|JoinRequests|AddedPeople|Admission|DomainChanges|ManagedPolicy|OrganizationPolicyResource"
                            + "|DomainImport|AddressTransaction|SetAside|PasskeyOffer|PendingProofs|AddressProofs|LinkedPeople|DomainVerification|KeptSettings"
                            + "|DeclaredPolicySync|MarkedDomainSync|LeftMembers|Notices|Postman|GoneUsers|LastUse|Tidings|LifecycleListener|UseListener)(\\$.*)?")
            .should()
            .callMethodWhere(target(nameMatching("(save|add|remove).*")).and(target(owner(ROOMS))));

    @ArchTest
    static void packagesAreNullMarked(JavaClasses imported) {
        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith(NullMarked.class)
                .check(imported);
        imported.forEach(type -> {
            if (type.getPackage().tryGetPackageInfo().isEmpty()) {
                throw new AssertionError(type.getPackageName() + " has no package-info");
            }
        });
    }
}
