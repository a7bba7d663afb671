/** People whom a file brings into the realm's organizations: it is checked first, and says what would become of each row. */
import { download, record, recordsIn, recordsOf, textOf } from "./csv.js";
import { fill, h } from "./dom.js";
import { field, form, formActions, input } from "./fields.js";
import { t } from "./messages.js";
import { alert, busy, button, card, spinner, table } from "./patternfly.js";

const PATH = "org-switcher/people/import";
const ROWS_SHOWN = 100;

/**
 * @param page what all cards share
 * @param {function(): Promise} imported shows anew what an import may have changed
 */
export function peopleImportCard(page, imported) {
  const answer = h("div", { class: "org-switcher-preview", role: "status" });
  const rows = h("div", { class: "org-switcher-notices" });
  const { element: row, refuse } = field(t("orgSwitcherTabPeopleFile"), {
    help: t("orgSwitcherPeopleImportColumns"),
    control: (attributes) =>
      input({ ...attributes, type: "file", accept: ".csv,text/csv", class: "pf-v5-u-w-100", onchange: () => choose() }),
  });
  const file = row.querySelector("input");
  const clear = () => {
    refuse();
    fill(answer);
    fill(rows);
  };
  // What is imported is what was checked.
  const choose = () => {
    clear();
    check.disabled = file.files.length === 0;
    bring.disabled = true;
  };
  const send = async (dryRun) => {
    clear();
    fill(rows, spinner());
    element.setAttribute("aria-busy", "true");
    file.disabled = true;
    let refusal;
    const report = await page.attempt(
      async () => {
        const records = recordsIn(await textOf(file.files[0]));
        // Without a first line there are no columns to complain of.
        return records.length > 0 ? page.api.postCsv(PATH, records.map(record).join("\n"), { dryRun }) : {};
      },
      (message, { body }) => (refusal = { message, report: body }),
    );
    file.disabled = false;
    element.removeAttribute("aria-busy");
    const shown = report ?? refusal?.report;
    const some = shown?.results?.length > 0;
    fill(answer, some && counts(shown));
    fill(rows, some && unsettledRows(shown));
    if (dryRun) {
      bring.disabled = !(report && some);
    }
    if (refusal || (report && !some)) {
      refuse(refusal?.message ?? t("orgSwitcherTabImportEmpty"));
    }
    if (some && !dryRun) {
      await imported();
    }
  };
  const run = (dryRun) => busy(check, () => busy(bring, () => send(dryRun)));
  const check = button(t("orgSwitcherTabCheckNow"), { type: "submit", disabled: true });
  const bring = button(t("orgSwitcherTabPeopleImport"), { variant: "primary", disabled: true, onclick: () => run(false) });
  const element = form({ class: "pf-v5-c-form org-switcher-narrow" }, () => run(true), row, formActions(null, check, bring));
  const about = { title: t("orgSwitcherTabPeopleImport"), help: t("orgSwitcherTabPeopleImportHelp"), more: "docs/admin-rest.html#post-peopleimport" };
  return card(about, h("div", { "data-testid": "org-switcher-people-import" }, element, answer, rows));
}

/** How many rows came to what, or would. */
function counts(report) {
  const { dryRun, joined, invited, unchanged, refused, results } = report;
  const sentence = t("orgSwitcherTabPeopleImported", joined, invited, unchanged, refused);
  const done = dryRun ? "info" : "success";
  return alert(unsettled(report).length > 0 ? "warning" : done, dryRun ? t("orgSwitcherTabSetupChanges") : sentence, {
    body: dryRun && sentence,
    actions: button(t("orgSwitcherTabImportResult"), {
      variant: "link",
      onclick: () => download("people-result.csv", recordsOf(["row", "organization", "email", "status", "message"], results).join("\n")),
    }),
  });
}

/** Rows that leave something to do. */
function unsettled({ dryRun, results }) {
  return results.filter(({ status }) => status === "REFUSED" || (status === "INVITED_WITHOUT_MAIL" && !dryRun));
}

function unsettledRows(report) {
  const all = unsettled(report);
  const name = (text) => h("span", { class: "org-switcher-name" }, text ?? "–");
  const heads = [t("orgSwitcherTabRow"), t("orgSwitcherTabOrganization"), t("orgSwitcherTabEmail"), t("orgSwitcherTabThereReason")];
  const cells = ({ row, organization, email, message }) => [row, name(organization), name(email), message ?? t("orgSwitcherTabThereNoMail")];
  return [
    all.length > 0 && table(t("orgSwitcherTabPeopleImport"), heads, all.slice(0, ROWS_SHOWN).map(cells)),
    all.length > ROWS_SHOWN && h("p", {}, t("orgSwitcherTabFurtherRefused", all.length - ROWS_SHOWN)),
  ];
}
