// The demo application: signs in with OpenID Connect and shows what the token says. The library is the global `oidc`.

const TIMES = new Set(["exp", "iat", "auth_time", "nbf"]);
const STATUS = { success: "You have chosen your organization.", cancelled: "You have kept your organization." };

const element = (id) => document.getElementById(id);

async function connect() {
  const config = await (await fetch("config.json", { cache: "no-store" })).json();
  const here = new URL("/", location.href).href;
  element("inbox").href = config.inbox;
  return new oidc.UserManager({
    authority: config.authority,
    client_id: config.clientId,
    redirect_uri: here,
    post_logout_redirect_uri: here,
    scope: "openid",
    automaticSilentRenew: false,
  });
}

/** Takes the answer out of the address bar, whatever it is, so that a reload does not present it again. */
async function finishRedirect(users) {
  const url = location.href;
  const answer = new URL(url).searchParams;
  if (!answer.has("state")) {
    // Keycloak has signed the person in, by a link that another browser had asked for: now this one asks.
    if (answer.has("session_state")) {
      history.replaceState(null, "", "/");
      await users.signinRedirect();
    }
    return null;
  }
  history.replaceState(null, "", "/");
  if (answer.has("code") || answer.has("error")) {
    await users.signinCallback(url);
  }
  return answer.get("kc_action_status");
}

function claimsOf(jwt) {
  const base64 = jwt.split(".")[1].replaceAll("-", "+").replaceAll("_", "/");
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** The aliases in the claim, which Keycloak writes as a list, or as an object when it adds more than the alias. */
function organizationsOf(claims) {
  const claim = claims.organization ?? [];
  return Array.isArray(claim) ? claim : Object.keys(claim);
}

function readable(name, value) {
  if (TIMES.has(name) && Number.isFinite(value)) {
    return `${value}\n${new Date(value * 1000).toLocaleString()}`;
  }
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}

function row(name, value) {
  const title = document.createElement("th");
  title.scope = "row";
  title.textContent = name;
  const cell = document.createElement("td");
  cell.textContent = readable(name, value);
  const line = document.createElement("tr");
  line.append(title, cell);
  return line;
}

function show(user, actionStatus) {
  element("signed-out").hidden = Boolean(user);
  element("signed-in").hidden = !user;
  element("sign-out").hidden = !user;
  if (!user) {
    return;
  }
  const claims = claimsOf(user.access_token);
  const organizations = organizationsOf(claims);
  const names = Object.keys(claims).sort((a, b) => (b === "organization") - (a === "organization") || a.localeCompare(b));
  element("person").textContent = claims.name || claims.preferred_username || claims.sub;
  element("organization").textContent = organizations.join(", ") || "none";
  element("organization").classList.toggle("none", organizations.length === 0);
  element("action-status").textContent = actionStatus ? STATUS[actionStatus] ?? `Keycloak says: ${actionStatus}` : "";
  element("action-status").dataset.status = actionStatus ?? "";
  element("claims").replaceChildren(...names.map((name) => row(name, claims[name])));
}

function problem(error) {
  element("problem").textContent = `That did not work: ${error.message ?? error}`;
  element("problem").hidden = false;
}

function onClick(id, action) {
  element(id).addEventListener("click", async ({ currentTarget }) => {
    currentTarget.disabled = true;
    element("problem").hidden = true;
    try {
      await action();
    } catch (error) {
      currentTarget.disabled = false;
      problem(error);
    }
  });
}

try {
  const users = await connect();
  onClick("sign-in", () => users.signinRedirect());
  onClick("switch", () => users.signinRedirect({ extraQueryParams: { kc_action: "org-switcher" } }));
  onClick("sign-out", () => users.signoutRedirect());
  let status = null;
  try {
    status = await finishRedirect(users);
  } catch (error) {
    problem(error);
  }
  const user = await users.getUser();
  show(user && !user.expired ? user : null, status);
} catch (error) {
  problem(error);
}
