/**
 * An access token for the extension's own calls. The console keeps its token to itself, so this asks Keycloak for one
 * more, for the same client in the same browser session: authorization code with PKCE and prompt=none, then refresh
 * tokens, then prompt=none again. Nothing is kept but in memory.
 */

const SPARE_SECONDS = 10;
const FRAME_TIMEOUT_MS = 15_000;

/** The person has to sign in again. */
export class SessionEnded extends Error {
  name = "SessionEnded";
}

export class Session {
  #endpoint;
  #clientId;
  #redirectUri;
  #tokens;
  #renewal;

  /**
   * @param {{serverBaseUrl: string, realm: string, clientId: string, consoleBaseUrl: string}} environment the
   *     console's own, as it stands in its page
   */
  constructor({ serverBaseUrl, realm, clientId, consoleBaseUrl }) {
    this.#endpoint = `${serverBaseUrl}/realms/${encodeURIComponent(realm)}/protocol/openid-connect`;
    this.#clientId = clientId;
    this.#redirectUri = new URL(consoleBaseUrl, location.href).href;
  }

  /**
   * @param {{renew?: boolean}} options renew: a new one, as the server has refused the last
   * @returns {Promise<string>} rejects with SessionEnded, or with what the network said
   */
  async getAccessToken({ renew = false } = {}) {
    if (renew || !this.#tokens || Date.now() >= this.#tokens.freshUntil) {
      this.#renewal ??= this.#renew().finally(() => (this.#renewal = undefined));
      await this.#renewal;
    }
    return this.#tokens.access;
  }

  async #renew() {
    const refresh = this.#tokens?.refresh;
    this.#tokens =
      (refresh && (await this.#request({ grant_type: "refresh_token", refresh_token: refresh }))) ||
      (await this.#signInSilently());
  }

  async #signInSilently() {
    const verifier = random();
    const state = random();
    const elsewhere = new URL(this.#endpoint).origin !== location.origin;
    const request = new URL(`${this.#endpoint}/auth`);
    request.search = new URLSearchParams({
      client_id: this.#clientId,
      redirect_uri: elsewhere ? `${this.#redirectUri}org-switcher` : this.#redirectUri,
      response_type: "code",
      response_mode: "query",
      scope: "openid",
      prompt: "none",
      state,
      code_challenge: await challenge(verifier),
      code_challenge_method: "S256",
    });
    const answer = await (elsewhere ? followInFrame(request) : follow(request));
    const code = answer?.get("state") === state ? answer.get("code") : null;
    const tokens =
      code &&
      (await this.#request({
        grant_type: "authorization_code",
        code,
        code_verifier: verifier,
        redirect_uri: request.searchParams.get("redirect_uri"),
      }));
    if (!tokens) {
      throw new SessionEnded(`Keycloak answered: ${answer?.get("error") ?? "no sign-in"}`);
    }
    return tokens;
  }

  /** Tokens; nothing where Keycloak refuses them. */
  async #request(parameters) {
    const response = await fetch(`${this.#endpoint}/token`, {
      method: "POST",
      body: new URLSearchParams({ client_id: this.#clientId, ...parameters }),
    });
    if (!response.ok) {
      return undefined;
    }
    const { access_token: access, refresh_token: refresh, expires_in: seconds } = await response.json();
    return { access, refresh, freshUntil: Date.now() + Math.max(1, seconds - SPARE_SECONDS) * 1000 };
  }
}

/** Where Keycloak's redirect leads; the page there is fetched and not run. */
async function follow(request) {
  const response = await fetch(request, { credentials: "include" });
  return new URL(response.url).searchParams;
}

/** The same where the console has a host name of its own: fetch may not look at redirects of another host, a frame may. */
function followInFrame(request) {
  return new Promise((resolve) => {
    const frame = document.createElement("iframe");
    const done = (answer) => {
      clearTimeout(timeout);
      frame.remove();
      resolve(answer);
    };
    const timeout = setTimeout(done, FRAME_TIMEOUT_MS);
    frame.hidden = true;
    frame.addEventListener("load", () => {
      // Another host's page, such as one that refuses, has no document for us.
      const here = frame.contentDocument?.location;
      done(here && new URL(here.href).searchParams);
    });
    frame.src = request.href;
    document.body.append(frame);
  });
}

function random() {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)));
}

async function challenge(verifier) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  return base64Url(new Uint8Array(digest));
}

function base64Url(bytes) {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
