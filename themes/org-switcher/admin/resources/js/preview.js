/** Preview: what somebody with an email address would get at sign-in, and why. */
import { fill, h } from "./dom.js";
import { drawnPage } from "./drawn-page.js";
import { field, form, formActions, input, select } from "./fields.js";
import { t } from "./messages.js";
import { alert, busy, button, card, label, table } from "./patternfly.js";

const SIGN_IN_KINDS = ["SOCIAL", "ENTERPRISE", "PASSWORDLESS", "PASSWORD"];

export function previewCard(page) {
  const result = h("div", { class: "org-switcher-preview", "aria-live": "polite", "data-testid": "org-switcher-preview" });
  const email = field(t("orgSwitcherTabEmail"), { control: (attributes) => input({ ...attributes, type: "email", name: "email" }) });
  const kind = field(t("orgSwitcherTabSignInKind"), {
    control: (attributes) =>
      select({ ...attributes, name: "signInKind" }, SIGN_IN_KINDS.map((each) => [each, t(`orgSwitcherPolicyOption_signInKinds_${each}`)]), "SOCIAL"),
  });
  const problem = h("div", { class: "org-switcher-notices" });
  const submit = () =>
    busy(show, async () => {
      email.refuse();
      fill(problem);
      const parameters = { ...Object.fromEntries(new FormData(element)), drawn: true };
      const preview = await page.attempt(() => page.api.get("org-switcher/preview", parameters), (message, error) =>
        error.field === "email" ? email.refuse(message) : fill(problem, alert("danger", message, { live: true })),
      );
      fill(result, preview && [outcome(page, preview), await page.proposeOwn(preview.domain, submit)]);
    });
  const show = button(t("orgSwitcherTabShowPreview"), { type: "submit" });
  const element = form(
    { class: "pf-v5-c-form org-switcher-narrow" },
    submit,
    email.element,
    kind.element,
    formActions(problem, show),
  );
  const about = { title: t("orgSwitcherTabPreview"), help: t("orgSwitcherTabPreviewHelp"), more: "README.html#how-matching-and-trust-work" };
  return card(about, element, result);
}

function outcome({ organizationId }, preview) {
  const { domainRefusal, user, organization, page, candidates = [], joinedByKeycloak = [] } = preview;
  const sentence = {
    NOT_INTERCEPTED: () => t("orgSwitcherTabOutcomeNotIntercepted"),
    PROCEED: () => (organization ? t("orgSwitcherTabOutcomeProceed", organization.name) : t("orgSwitcherTabOutcomeProceedNone")),
    PAGE: () => t("orgSwitcherTabOutcomePage"),
  };
  return [
    alert("info", sentence[preview.outcome]?.() ?? preview.outcome, {
      body: [
        h("p", {}, user ? t("orgSwitcherTabKnownUser", user.username) : t("orgSwitcherTabUnknownUser")),
        domainRefusal && h("p", {}, domainRefusal.message),
      ],
    }),
    joinedByKeycloak.map(({ message }) => alert("warning", message)),
    page && (page.html ? drawnPage(page.html, t("orgSwitcherTabPage")) : switcher(page)),
    candidates.length > 0 ? verdicts(candidates, organizationId) : h("p", {}, t("orgSwitcherTabNoCandidates")),
  ];
}

/** The page that the person would get, in short, for who may not see all that is on it. */
function switcher({ memberships = [], offers = [], invitations = [], requests = [], verifyEmail, mayCreate, maySkip }) {
  const part = (title, items) =>
    items.length > 0 && [h("h4", { class: "pf-v5-c-title pf-m-md" }, title), h("ul", { class: "pf-v5-c-list" }, items.map((item) => h("li", {}, item)))];
  const further = [
    verifyEmail && t("orgSwitcherTabPageVerify"),
    mayCreate && t("orgSwitcherTabPageCreate"),
    maySkip && t("orgSwitcherTabPageSkip"),
  ].filter(Boolean);
  return h(
    "section",
    { class: "pf-v5-c-card pf-m-compact pf-m-bordered", "aria-label": t("orgSwitcherTabPage") },
    h("div", { class: "pf-v5-c-card__title" }, h("h3", { class: "pf-v5-c-title pf-m-lg" }, t("orgSwitcherTabPage"))),
    h(
      "div",
      { class: "pf-v5-c-card__body pf-v5-c-content" },
      part(
        t("orgSwitcherTabPageMemberships"),
        memberships.map(({ name }) => name),
      ),
      part(
        t("orgSwitcherTabPageInvitations"),
        invitations.map(({ organization }) => organization.name),
      ),
      part(t("orgSwitcherTabPageOffers"), offers.map(offer)),
      part(
        t("orgSwitcherTabPageRequests"),
        requests.map(({ name }) => name),
      ),
      part(t("orgSwitcherTabPageFurther"), further),
    ),
  );
}

function offer({ name, domain, action, dismissed }) {
  return [
    t(action === "REQUEST" ? "orgSwitcherTabPageRequest" : "orgSwitcherTabPageJoin", name, domain),
    dismissed && [" ", label(t("orgSwitcherTabPageDismissed"))],
  ];
}

function verdicts(candidates, organizationId) {
  const rows = candidates.map(({ organization, domain, message }) => [
    [organization.name, organization.id === organizationId && [" ", label(t("orgSwitcherTabThisOrganization"), "blue")]],
    domain ?? "–",
    message,
  ]);
  const heads = [t("orgSwitcherTabOrganization"), t("orgSwitcherTabDomain"), t("orgSwitcherTabVerdict")];
  return table(t("orgSwitcherTabVerdicts"), heads, rows);
}
