/** Proof that a domain is the organization's own: the DNS record to set, and a look at it now. */
import { h, newId } from "./dom.js";
import { dateText, t } from "./messages.js";
import { busy, button, descriptionList, iconButton } from "./patternfly.js";

/** Only those who may manage the organization are told the record. */
export function proof(page, path, { domain, record, verification, checkedAt, verifiedAt }, changed) {
  const proven = verification === "VERIFIED";
  const since = proven && verifiedAt && h("div", { class: "org-switcher-detail" }, t("orgSwitcherTabVerifiedAt", dateText(verifiedAt)));
  if (!record) {
    return since;
  }
  const check = button(t("orgSwitcherTabCheckNow"), {
    onclick: () =>
      busy(check, async () => {
        const answer = await page.attempt(() => page.api.post(`${path}/${encodeURIComponent(domain)}/verification`));
        if (answer) {
          page.say(answer.verification === "VERIFIED" ? "success" : "warning", answer.lookup.message);
          await changed();
        }
      }),
  });
  const details = h(
    "details",
    { class: "org-switcher-proof" },
    h("summary", { "aria-label": t("orgSwitcherTabProveNamed", domain) }, t(proven ? "orgSwitcherTabRecord" : "orgSwitcherTabProve")),
    h("p", { class: "pf-v5-u-my-sm" }, t("orgSwitcherTabProveHelp")),
    descriptionList([
      [t("orgSwitcherTabRecordType"), "TXT"],
      [t("orgSwitcherTabRecordName"), copyable(page, t("orgSwitcherTabCopyName"), record.name)],
      [t("orgSwitcherTabRecordValue"), copyable(page, t("orgSwitcherTabCopyValue"), record.value)],
      ...(checkedAt ? [[t("orgSwitcherTabCheckedAt"), dateText(checkedAt)]] : []),
    ]),
    h("div", { class: "pf-v5-u-my-sm" }, check),
  );
  return [since, details];
}

function copyable(page, name, text) {
  const id = newId();
  const copy = async () => {
    // Browsers keep the clipboard from pages that came over plain HTTP; then there is the selection.
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      page.say("success", t("orgSwitcherTabCopied"));
    } else {
      getSelection().selectAllChildren(document.getElementById(id));
    }
  };
  return h("span", { class: "org-switcher-copy" }, h("code", { id }, text), iconButton("copy", name, { onclick: copy }));
}
