/** Who a row is about, as far as the administrator may know. */
import { h } from "./dom.js";

export function whom({ realm }, { userId, user }) {
  if (!user) {
    return h("span", { class: "org-switcher-name" }, userId);
  }
  const href = `#/${encodeURIComponent(realm)}/users/${encodeURIComponent(user.id)}/settings`;
  const fullName = [user.firstName, user.lastName].filter(Boolean).join(" ");
  const details = [...new Set([fullName, user.email])].filter((detail) => detail && detail !== user.username);
  return [
    h("a", { href, class: "org-switcher-name" }, user.username),
    details.length > 0 && h("div", { class: "org-switcher-detail" }, details.join(" · ")),
  ];
}

export function nameOf({ userId, user }) {
  return user?.email ?? user?.username ?? userId;
}
