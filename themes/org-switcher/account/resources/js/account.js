/**
 * Puts a link to the page "Your organizations" into the Account Console, after its own item that lists organizations, in the look of
 * that one. All that depends on the console's markup is here; where it is not as expected, the console stays as it is.
 */
const OWN = "org-switcher-account";

/** The page, in the language of the console; undefined where the realm has it switched off. */
async function page({ serverBaseUrl, realm, locale }) {
  const home = `${serverBaseUrl.replace(/\/$/, "")}/realms/${encodeURIComponent(realm)}/org-switcher`;
  const address = `${home}/account`;
  const [found, texts] = await Promise.all([
    fetch(address, { method: "HEAD", redirect: "manual" }),
    fetch(`${home}/element/account/texts/${encodeURIComponent(locale)}`, { credentials: "omit" }),
  ]);
  const on = found.ok || found.type === "opaqueredirect";
  return on ? { address, label: (await texts.json()).orgSwitcherAccountLink } : undefined;
}

/** Copies the console's item. Its script does not listen to the copy, so that the browser follows the link. */
function linked(item, { address, label }) {
  const copy = item.cloneNode(true);
  const link = copy.querySelector("a");
  copy.removeAttribute("id");
  link.removeAttribute("data-testid");
  link.removeAttribute("aria-current");
  link.classList.remove("pf-m-current");
  link.id = OWN;
  link.href = address;
  link.textContent = label;
  return copy;
}

const shown = await page(JSON.parse(document.getElementById("environment").textContent));
if (shown) {
  const update = () => {
    const item = document.querySelector('a[data-testid="organizations"]')?.closest("li");
    if (item && !document.getElementById(OWN)) {
      item.after(linked(item, shown));
    }
  };
  new MutationObserver(update).observe(document.getElementById("app"), { childList: true, subtree: true });
  update();
}
