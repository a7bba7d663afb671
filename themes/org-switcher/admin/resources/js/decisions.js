/** The decision on somebody who asks to join. */
import { h } from "./dom.js";
import { t } from "./messages.js";
import { busy, button, confirmed } from "./patternfly.js";
import { nameOf } from "./person.js";

/**
 * The buttons of a row.
 *
 * @param page what all cards share
 * @param {string} path the organization's enrollments
 * @param person who asks
 * @param {PagedList} list which has the row
 */
export function decisions(page, path, person, list) {
  const name = nameOf(person);
  const own = `${path}/${encodeURIComponent(person.userId)}`;
  const decide = (decision, said, control) =>
    busy(control, () => list.change(own, () => page.api.post(`${own}/${decision}`), said));
  const deny = async (control) => {
    const sure = await confirmed(page.host, {
      title: t("orgSwitcherTabDenyTitle", name),
      body: t("orgSwitcherTabDenyBody"),
      action: t("orgSwitcherTabDeny"),
    });
    if (sure) {
      await decide("denial", t("orgSwitcherTabDenied", name), control);
    }
  };
  const buttons = h(
    "div",
    { class: "org-switcher-actions" },
    button(t("orgSwitcherTabApprove"), {
      "aria-label": t("orgSwitcherTabApproveNamed", name),
      onclick: ({ currentTarget }) => decide("approval", t("orgSwitcherTabApproved", name), currentTarget),
    }),
    button(t("orgSwitcherTabDeny"), {
      variant: "link",
      "aria-label": t("orgSwitcherTabDenyNamed", name),
      onclick: ({ currentTarget }) => deny(currentTarget),
    }),
  );
  return [buttons, list.problems.at(own, ...buttons.children)];
}
