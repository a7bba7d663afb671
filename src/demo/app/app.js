// The demo application: signs in with OpenID Connect and shows what the token says. The library is the global `oidc`.

import { configure } from "./config.js";
import { claimsOf, organizationsOf, rowsOf } from "./token.js";

/** Who is to be signed in once the person before is signed out. */
const NEXT = "next";

/** The organization before a switch. */
const BEFORE = "before";

const element = (id) => document.getElementById(id);

function connect(config) {
  const here = new URL("/", location.href).href;
  return new oidc.UserManager({
    authority: config.authority,
    client_id: config.clientId,
    redirect_uri: here,
    post_logout_redirect_uri: here,
    scope: "openid",
    automaticSilentRenew: false,
    // Shared by tabs, so that each can sign out whom another has signed in.
    userStore: new oidc.WebStorageStateStore({ store: localStorage }),
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

/** Who is to be signed in: whom a link names, or whom it named before the one before was signed out. */
function named() {
  const link = new URL(location.href).searchParams;
  const next = sessionStorage.getItem(NEXT);
  sessionStorage.removeItem(NEXT);
  if (link.has("as")) {
    history.replaceState(null, "", "/");
    return { email: link.get("as"), by: link.get("by") ?? "social" };
  }
  return next && JSON.parse(next);
}

/** Signs somebody in with one press: the provider is told who, and asks, since somebody else may have a session there. */
async function signInAs(users, person) {
  if (await users.getUser()) {
    sessionStorage.setItem(NEXT, JSON.stringify(person));
    await users.signoutRedirect();
  } else {
    const social = { prompt: "login", extraQueryParams: { kc_idp_hint: "social" } };
    await users.signinRedirect({ login_hint: person.email, ...(person.by === "social" ? social : {}) });
  }
}

/** The name of an organization of the person's, by the REST for the signed-in; the alias where that does not tell. */
async function nameOf(alias, config, user) {
  const address = `${config.authority}/org-switcher/organizations?max=1`;
  const answer = await fetch(address, { headers: { Authorization: `Bearer ${user.access_token}` } });
  const active = answer.ok ? (await answer.json()).active : null;
  return active?.alias === alias ? active.name : alias;
}

function outcome(status, before, now) {
  if (status === "success") {
    return before && before !== now ? `You went from ${before} to ${now}.` : `You have chosen ${now}.`;
  }
  return status === "cancelled" ? `You have kept ${now}.` : `Keycloak says: ${status}`;
}

async function show(config, user, actionStatus) {
  element("signed-out").hidden = Boolean(user);
  element("signed-in").hidden = !user;
  element("sign-out").hidden = !user;
  if (!user) {
    return;
  }
  const claims = claimsOf(user.access_token);
  const aliases = organizationsOf(claims);
  const name = aliases.length === 1 ? await nameOf(aliases[0], config, user) : aliases.join(", ") || "none";
  element("person").textContent = claims.name || claims.preferred_username || claims.sub;
  element("organization-name").textContent = name;
  element("organization-alias").textContent = aliases.length === 1 ? aliases[0] : "";
  element("organization-name").classList.toggle("none", aliases.length === 0);
  element("action-status").textContent = actionStatus ? outcome(actionStatus, sessionStorage.getItem(BEFORE), name) : "";
  element("action-status").dataset.status = actionStatus ?? "";
  element("claims").replaceChildren(...rowsOf(claims));
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

async function start() {
  const config = await configure();
  const users = connect(config);
  const person = named();
  if (person) {
    await signInAs(users, person);
    return;
  }
  onClick("sign-in", () => users.signinRedirect());
  onClick("switch", () => {
    sessionStorage.setItem(BEFORE, element("organization-name").textContent);
    return users.signinRedirect({ extraQueryParams: { kc_action: "org-switcher" } });
  });
  onClick("sign-out", () => users.signoutRedirect());
  let status = null;
  try {
    status = await finishRedirect(users);
  } catch (error) {
    problem(error);
  }
  const user = await users.getUser();
  await show(config, user && !user.expired ? user : null, status);
}

start().catch(problem);
