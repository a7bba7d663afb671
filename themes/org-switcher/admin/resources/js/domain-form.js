/** Adds allowed domains: one, or as many as are pasted. What is refused stays in the field, each with its reason. */
import { h } from "./dom.js";
import { field, form, input } from "./fields.js";
import { t } from "./messages.js";
import { entries } from "./pasted.js";
import { busy, button } from "./patternfly.js";

const REASONS_SHOWN = 10;

/**
 * @param page what all cards share
 * @param {string} path the organization's domains
 * @param {function(): Promise} added shows the list anew
 */
export function domainForm(page, path, added) {
  const add = button(t("orgSwitcherTabAdd"), { type: "submit" });
  let text;
  const { element, refuse } = field(t("orgSwitcherTabDomain"), {
    help: t("orgSwitcherTabDomainHelp"),
    control: (attributes) => {
      const box = input({
        ...attributes,
        name: "domain",
        value: page.draft.get("domain") ?? "",
        oninput: () => page.draft.set("domain", text.value),
        onpaste: (event) => pasteLines(event, type),
      });
      text = box.querySelector("input");
      return h(
        "div",
        { class: "pf-v5-c-input-group" },
        h("div", { class: "pf-v5-c-input-group__item pf-m-fill" }, box),
        h("div", { class: "pf-v5-c-input-group__item" }, add),
      );
    },
  });
  const type = (value) => {
    text.value = value;
    page.draft.set("domain", value || undefined);
  };
  const submit = () =>
    busy(add, async () => {
      refuse();
      const typed = entries(text.value);
      const explain = (refusals) => {
        const meant = new Set(refusals.map((refusal) => refusal.meant ?? refusal.domain));
        const take = () => {
          refuse();
          type([...meant].join(" "));
          text.focus();
        };
        refuse(refusals.length > 0 && [reasons(refusals.filter((refusal) => !refusal.meant)), suggestion(refusals, take)]);
      };
      const refusals =
        typed.length > 1 ? await addMany(page, path, typed, refuse) : await addOne(page, path, typed[0] ?? "", refuse, explain);
      if (refusals) {
        type(refusals.map(({ domain }) => domain).join(" "));
        explain(refusals);
        await added();
      }
    });
  return form({ class: "pf-v5-c-form org-switcher-narrow", "data-testid": "org-switcher-add-domain" }, submit, element);
}

/** Adds a domain, and tells so: none that were refused; nothing where it was, which stays as it was typed. */
async function addOne(page, path, domain, refuse, explain) {
  const added = await page.attempt(
    () => page.api.post(path, { domain }),
    (message, { body }) => (body?.meant ? explain([{ domain, message, meant: body.meant }]) : refuse(message)),
  );
  if (added) {
    page.say(t("orgSwitcherTabDomainAdded", added.domain));
  }
  return added && [];
}

/**
 * Adds domains, and tells how many were added.
 *
 * @returns {Promise<Array<{domain: string, message: string, meant: string|undefined}>|undefined>} those that were refused;
 *     nothing where refuse has been told why none was looked at
 */
async function addMany(page, path, domains, refuse) {
  const rows = domains.map((domain) => ({ organization: page.organizationId, domain }));
  const report = await page.attempt(() => page.api.post("org-switcher/domains", rows), refuse);
  if (report?.added || report?.existing) {
    page.say(t("orgSwitcherTabDomainsAdded", report.added, report.existing));
  }
  return report?.results.filter(({ status }) => status === "REFUSED");
}

/** A field of one line drops the breaks of what is pasted into it, and so runs domains into one another. */
function pasteLines(event, type) {
  const pasted = event.clipboardData.getData("text");
  if (/[\r\n]/.test(pasted.trim())) {
    event.preventDefault();
    const { value, selectionStart, selectionEnd } = event.target;
    type([value.slice(0, selectionStart), ...entries(pasted), value.slice(selectionEnd)].filter(Boolean).join(" "));
  }
}

/** Asks whether the domains of addresses are meant, if there are any. */
function suggestion(refusals, take) {
  const names = [...new Set(refusals.map(({ meant }) => meant).filter(Boolean))];
  if (names.length === 0) {
    return [];
  }
  const further = names.length - REASONS_SHOWN;
  const shown = names.slice(0, REASONS_SHOWN).join(", ");
  return [
    t("orgSwitcherDidYouMean", further > 0 ? `${shown} ${t("orgSwitcherTabFurtherRefused", further)}` : shown),
    " ",
    button(t("orgSwitcherTabTakeThat"), { variant: "link", onclick: take }),
  ];
}

function reasons(refusals) {
  const shown = refusals.slice(0, REASONS_SHOWN).map(({ message }) => h("div", {}, message));
  const further = refusals.length - shown.length;
  return [shown, further > 0 && h("div", {}, t("orgSwitcherTabFurtherRefused", further))];
}
