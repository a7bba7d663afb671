/** Proof that a domain is the organization's own: the DNS record to set, and a look at it now. */
import { fill, h, newId } from "./dom.js";
import { dateText, t } from "./messages.js";
import { verificationLabel } from "./ownership.js";
import { alert, busy, button, descriptionList, iconButton } from "./patternfly.js";

/**
 * What is known of a domain's ownership, and for those who may manage the organization the record that proves it. A look at
 * DNS shows its answer here and leaves all else as it is.
 *
 * @param {Problems} problems of the list's rows
 */
export function ownership(page, path, domain, problems) {
  const standing = h("div", {});
  const details = domain.record && proof(page, path, domain, problems, (now) => fill(standing, standingOf(now)));
  fill(standing, standingOf(domain));
  return [standing, details];
}

function standingOf({ verification, verifiedAt, closed, ...domain }) {
  const since = verification === "VERIFIED" && verifiedAt;
  return [
    verificationLabel({ verification, ...domain }),
    closed && h("div", { class: "org-switcher-detail" }, closed.message),
    since && h("div", { class: "org-switcher-detail" }, t("orgSwitcherTabVerifiedAt", dateText(verifiedAt))),
  ];
}

function proof(page, path, { domain, record, verification, checkedAt }, problems, changed) {
  const key = `${domain}/verification`;
  const own = `${path}/${encodeURIComponent(domain)}`;
  const answer = h("div", { class: "org-switcher-notices", role: "status" });
  const lastCheck = h("span", {}, checkedAt ? dateText(checkedAt) : "–");
  const look = async () => {
    const { lookup, ...checked } = await page.api.post(`${own}/verification`);
    fill(answer, alert(checked.verification === "VERIFIED" ? "success" : "warning", lookup.message));
    fill(lastCheck, dateText(checked.checkedAt));
    // What the proof opens is told by the list alone.
    changed(await page.api.get(own));
  };
  const check = button(t("orgSwitcherTabCheckNow"), {
    onclick: () =>
      busy(check, () => {
        problems.mended(key);
        fill(answer);
        return page.attempt(look, (message) => problems.tell(key, message));
      }),
  });
  return h(
    "details",
    { class: "org-switcher-proof", open: problems.has(key) },
    h(
      "summary",
      {},
      t(verification === "VERIFIED" ? "orgSwitcherTabRecord" : "orgSwitcherTabProve"),
      h("span", { class: "pf-v5-u-screen-reader" }, ` ${domain}`),
    ),
    h("p", { class: "pf-v5-u-my-sm" }, t("orgSwitcherTabProveHelp")),
    descriptionList([
      [t("orgSwitcherTabRecordType"), "TXT"],
      [t("orgSwitcherTabRecordName"), copyable(page, t("orgSwitcherTabCopyName"), record.name)],
      [t("orgSwitcherTabRecordValue"), copyable(page, t("orgSwitcherTabCopyValue"), record.value)],
      [t("orgSwitcherTabCheckedAt"), lastCheck],
    ]),
    h("div", { class: "pf-v5-u-my-sm" }, check, problems.at(key, check)),
    answer,
  );
}

function copyable(page, name, text) {
  const id = newId();
  const copy = async () => {
    // Browsers keep the clipboard from pages that came over plain HTTP; then there is the selection.
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      page.say(t("orgSwitcherTabCopied"));
    } else {
      getSelection().selectAllChildren(document.getElementById(id));
    }
  };
  return h("span", { class: "org-switcher-copy" }, h("code", { id }, text), iconButton("copy", name, { onclick: copy }));
}
