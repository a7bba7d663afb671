/** A setting that is groups of the organization: its own to tick or, where they are many, their paths to type. */
import { ApiError } from "./api.js";
import { h } from "./dom.js";
import { choice, input, select, textArea } from "./fields.js";
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
 * @param {{name: string, help: string, groups: Array<{id: string, path: string}>|undefined, chosen: string[],
 *     disabled: boolean, onchange: function(string[]): void}} parts name: the setting's; groups: the organization's groups;
 *     chosen: ids and paths
 */
export function groupsParts(parts) {
  return parts.groups ? toTick(parts) : toType(parts);
}

/** The same of a setting that is one group, or none; chosen: its id or path, or an empty text. */
export function groupParts({ groups, chosen, disabled, onchange }) {
  const change = ({ target }) => onchange(target.value.trim() || null);
  if (!groups) {
    return { control: (attributes) => input({ ...attributes, disabled, value: chosen, oninput: change }) };
  }
  const known = groups.find((group) => refersTo(chosen, group));
  const options = [["", t("orgSwitcherTabGroupNone")], ...groups.map(({ id, path }) => [id, path])];
  if (chosen && !known) {
    options.push([chosen, `${chosen} (${t("orgSwitcherTabGroupGone")})`]);
  }
  return { control: (attributes) => select({ ...attributes, disabled, onchange: change }, options, known ? known.id : chosen) };
}

function toTick({ name, help, groups, chosen, disabled, onchange }) {
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
    help: all.length > 0 ? help : t(`orgSwitcherTabSettingNone_${name}`),
    control: () =>
      h(
        "div",
        { class: "org-switcher-choices" },
        all.map((group) => choice("checkbox", group.path, group.gone && t("orgSwitcherTabGroupGone"), tick(group))),
      ),
  };
}

function refersTo(reference, { id, path }) {
  return reference === id || reference === path;
}

function toType({ help, chosen, disabled, onchange }) {
  return {
    help: [help, " ", t("orgSwitcherTabGroupPaths")],
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
