// Where Keycloak and the inbox are.

/** Reads the configuration, and points the page's links there. */
export async function configure() {
  const config = await (await fetch("config.json", { cache: "no-store" })).json();
  const addresses = { inbox: config.inbox, admin: config.admin, account: `${config.authority}/org-switcher/account` };
  for (const link of document.querySelectorAll("a[data-address]")) {
    link.href = addresses[link.dataset.address];
  }
  return config;
}
