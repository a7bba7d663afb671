/** The groups that new members are put into: the organization's own to tick or, where they are many, their paths to type. */
import { ApiError } from "./api.js";
import { h } from "./dom.js";
import { choice, textArea } from "./fields.js";
import { t } from "./messages.js";

const MOST = 100;

/** The organization's groups, by path; nothing where they are too many to look through, or cannot be read. */
export async function readGroups({ api, organizationId }) {
  const path = `organizations/${encodeURIComponent(organizationId)}/groups`;
  try {
    const groups = await api.get(path, { search: "*", max: MOST + 1 });
    return groups.length > MOST ? undefined : groups.sort((one, other) => one.path.localeCompare(other.path));
  } catch (error) {
    if (error instanceof ApiError && error.status !== 401) {
      return undefined;
    }
    throw error;
  }
}

/**
 * The parts of the field.
 *
 * @param {Array<{id: string, path: string}>|undefined} groups the organization's groups
 * @param {string[]} chosen ids and paths
 * @param {boolean} disabled
 * @param {function(string[]): void} onchange
 */
export function groupsParts(groups, chosen, disabled, onchange) {
  return groups ? toTick(groups, chosen, disabled, onchange) : toType(chosen, disabled, onchange);
}

function toTick(groups, chosen, disabled, onchange) {
  let now = chosen;
  const tick = (group) => ({
    checked: now.some((reference) => refersTo(reference, group)),
    disabled,
    onchange: ({ target }) => {
      const others = now.filter((reference) => !refersTo(reference, group));
      const reference = chosen.find((each) => refersTo(each, group)) ?? group.id;
      now = target.checked ? [...others, reference] : others;
      onchange(now);
    },
  });
  const gone = chosen
    .filter((reference) => !groups.some((group) => refersTo(reference, group)))
    .map((reference) => ({ id: reference, path: reference, gone: true }));
  const all = [...groups, ...gone];
  return {
    group: true,
    help: all.length > 0 ? t("orgSwitcherTabDefaultGroupsTick") : t("orgSwitcherTabDefaultGroupsNone"),
    control: () =>
      h(
        "div",
        { class: "org-switcher-choices" },
        all.map((group) => choice("checkbox", group.path, group.gone && t("orgSwitcherTabDefaultGroupGone"), tick(group))),
      ),
  };
}

function refersTo(reference, { id, path }) {
  return reference === id || reference === path;
}

function toType(chosen, disabled, onchange) {
  return {
    help: t("orgSwitcherTabDefaultGroupsHelp"),
    control: (attributes) =>
      textArea({ ...attributes, disabled, oninput: ({ target }) => onchange(lines(target.value)) }, chosen.join("\n")),
  };
}

function lines(text) {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}
