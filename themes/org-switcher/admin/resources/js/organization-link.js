import { h } from "./dom.js";

/** The way to an organization's own tab. */
export function organizationLink({ realm }, { id, name }) {
  const href = `#/${encodeURIComponent(realm)}/organizations/${encodeURIComponent(id)}/automated-provisioning`;
  return h("a", { href, class: "org-switcher-name" }, name);
}
