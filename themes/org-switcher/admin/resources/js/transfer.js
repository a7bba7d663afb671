/** Import and export of allowed domains as a file: lot by lot, so that both can be watched, and an import be stopped. */
import { columnsOf, download, record, recordsIn, recordsOf, textOf } from "./csv.js";
import { fill, h } from "./dom.js";
import { t } from "./messages.js";
import { alert, busy, button } from "./patternfly.js";

const LOT = 1_000;

/**
 * @param page what all cards share
 * @param {Object} parts
 * @param {string} parts.name of the file that an export makes
 * @param {function(string[][]): {header: string[], rows: string[][]}|{refusal: string}} parts.read makes of a file's records
 *     what the server takes
 * @param {string[]} parts.columns of an export
 * @param {string} parts.path the list that is exported
 * @param {function(Object): string[]} parts.write makes a record of an entry of that list
 * @param {function(): Promise} parts.imported shows the list anew
 * @returns {HTMLElement}
 */
export function transfer(page, parts) {
  const panel = h("div", { class: "org-switcher-notices" });
  const file = h("input", {
    type: "file",
    accept: ".csv,.txt,text/csv,text/plain",
    hidden: true,
    "aria-label": t("orgSwitcherTabImport"),
    onchange: () => busy(open, () => importFile(page, parts, open, file, panel)),
  });
  const open = button(t("orgSwitcherTabImport"), { variant: "link", onclick: () => file.click() });
  const save = button(t("orgSwitcherTabExport"), { variant: "link", onclick: () => busy(save, () => exportFile(page, parts, panel)) });
  return h("div", {}, h("div", { class: "org-switcher-actions" }, page.canManage && [open, file], save), panel);
}

async function importFile(page, { name, read, imported }, open, file, panel) {
  const records = recordsIn(await textOf(file.files[0]));
  // The same file may be chosen again.
  file.value = "";
  const { header, rows = [], refusal } = records.length > 0 ? read(records) : {};
  if (rows.length === 0) {
    fill(panel, alert("danger", refusal ?? t("orgSwitcherTabImportEmpty"), { live: true }));
    return;
  }
  let stopped = false;
  const progress = watched(panel, rows.length, () => (stopped = true));
  const report = { added: 0, existing: 0, refused: 0, results: [] };
  const take = (at, { added = 0, existing = 0, refused = 0, results = [] }) => {
    report.added += added;
    report.existing += existing;
    report.refused += refused;
    report.results.push(...results.map((result) => ({ ...result, row: at + result.row })));
  };
  let failure;
  for (let at = 0; at < rows.length && !stopped; at += LOT) {
    progress(at);
    const lot = [header, ...rows.slice(at, at + LOT)].map(record).join("\n");
    const answer = await page.attempt(
      () => page.api.postCsv("org-switcher/domains", lot),
      (message, { body }) => {
        failure = message;
        stopped = true;
        take(at, body ?? {});
      },
    );
    // Gone from the page: what is sent is done, and nobody looks any more.
    if (!answer && !failure) {
      return;
    }
    take(at, answer ?? {});
  }
  if (panel.contains(document.activeElement)) {
    // The press that stopped it goes.
    open.focus();
  }
  fill(panel, outcome(report, { header, rows }, failure, name));
  await imported();
}

/** How far it is; and a press that stops it. */
function watched(panel, total, stop) {
  const bar = h("progress", { max: String(total), value: "0", "aria-label": t("orgSwitcherTabImport") });
  const count = h("span", {});
  fill(panel, h("div", { class: "org-switcher-actions" }, bar, count, button(t("orgSwitcherTabStop"), { variant: "link", onclick: stop })));
  return (done) => {
    bar.value = done;
    fill(count, t("orgSwitcherTabOf", done, total));
  };
}

function outcome({ added, existing, refused, results }, sent, failure, name) {
  const unsent = sent.rows.length - results.length;
  const whole = unsent === 0 && refused === 0;
  const result = button(t("orgSwitcherTabImportResult"), {
    variant: "link",
    onclick: () => download(`${name}-result.csv`, resultOf(results, sent)),
  });
  return alert(whole ? "success" : "warning", t("orgSwitcherTabImported", added, existing, refused), {
    live: true,
    body: [failure && h("p", {}, failure), unsent > 0 && h("p", {}, t("orgSwitcherTabImportUnsent", unsent))],
    actions: result,
  });
}

/** A line for each row of the file; those that were not sent, or not understood, with what stands there. */
function resultOf(results, { header, rows }) {
  const columns = columnsOf(header);
  const [organization, domain] = ["organization", "domain"].map((column) => columns.indexOf(column));
  const answers = new Map(results.map((result) => [result.row, result]));
  const lineOf = (cells, index) => {
    const row = index + 1;
    const answer = answers.get(row) ?? { status: "NOT_SENT" };
    return { ...answer, row, organization: answer.organization ?? cells[organization], domain: answer.domain ?? cells[domain] };
  };
  return recordsOf(["row", "organization", "domain", "status", "message"], rows.map(lineOf)).join("\n");
}

async function exportFile(page, { name, columns, path, write }, panel) {
  const lines = [record(columns)];
  const read = async () => {
    let lot;
    do {
      lot = await page.api.get(path, { first: lines.length - 1, max: LOT });
      lines.push(...lot.map((entry) => record(write(entry))));
      fill(panel, h("span", {}, t("orgSwitcherTabExported", lines.length - 1)));
    } while (lot.length === LOT);
    return true;
  };
  if (await page.attempt(read, (message) => fill(panel, alert("danger", message, { live: true })))) {
    download(`${name}.csv`, lines.join("\n"));
    fill(panel, h("span", { role: "status" }, t("orgSwitcherTabExported", lines.length - 1)));
  }
}
