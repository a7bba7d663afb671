/** Keycloak's admin REST. */

const JSON_TYPE = "application/json";
const CSV = "text/csv";

/** The server's refusal, in its own words. */
export class ApiError extends Error {
  name = "ApiError";

  constructor(status, { error_description: description, errors, ...body } = {}) {
    const refusals = errors ?? [body];
    super(refusals[0]?.errorMessage ?? description ?? "");
    this.status = status;
    this.field = refusals[0]?.field;
    /** What else the answer says. */
    this.body = body;
    /** Each field that was refused: {field, errorMessage, params}. */
    this.refusals = refusals.filter(({ field }) => field);
  }
}

/** Nobody answers: the network or the server is away. */
export class NoAnswer extends Error {
  name = "NoAnswer";
}

export class Api {
  #base;
  #getAccessToken;
  #signal;

  /**
   * @param {string} base what all paths are below
   * @param {function({renew: boolean}): Promise<string>} getAccessToken rejects with an error of the name SessionEnded
   *     where the person has to sign in again
   * @param {AbortSignal} signal ends all that is under way
   */
  constructor(base, getAccessToken, signal) {
    this.#base = base;
    this.#getAccessToken = getAccessToken;
    this.#signal = signal;
  }

  get(path, parameters) {
    return this.#call("GET", path, { parameters });
  }

  /** The same; nothing where there is none, or none for this administrator. */
  async find(path, parameters) {
    try {
      return await this.get(path, parameters);
    } catch (error) {
      if (error instanceof ApiError && [403, 404].includes(error.status)) {
        return undefined;
      }
      throw error;
    }
  }

  /** A list as CSV. */
  async getCsv(path, parameters) {
    const response = await this.#answer("GET", path, { parameters, accept: CSV });
    if (!response.ok) {
      throw new ApiError(response.status, await readJson(response));
    }
    return response.text();
  }

  post(path, body) {
    return this.#call("POST", path, { body });
  }

  postCsv(path, body, parameters) {
    return this.#call("POST", path, { body, type: CSV, parameters });
  }

  put(path, body) {
    return this.#call("PUT", path, { body });
  }

  delete(path, body) {
    return this.#call("DELETE", path, { body });
  }

  async #call(method, path, options) {
    const response = await this.#answer(method, path, options);
    const json = await readJson(response);
    if (!response.ok) {
      throw new ApiError(response.status, json);
    }
    return json;
  }

  async #answer(method, path, { parameters = {}, body, type = JSON_TYPE, accept = JSON_TYPE }) {
    const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== "");
    const url = `${this.#base}/${path}${given.length ? `?${new URLSearchParams(given)}` : ""}`;
    const response = await this.#send(method, url, { body, type, accept }, false);
    return response.status === 401 ? this.#send(method, url, { body, type, accept }, true) : response;
  }

  async #send(method, url, { body, type, accept }, renew) {
    const token = await this.#getAccessToken({ renew });
    const headers = { Accept: accept, Authorization: `Bearer ${token}` };
    if (body !== undefined) {
      headers["Content-Type"] = type;
    }
    try {
      return await fetch(url, { method, headers, body: type === JSON_TYPE ? body && JSON.stringify(body) : body, signal: this.#signal });
    } catch (error) {
      throw error instanceof TypeError ? new NoAnswer("The server did not answer", { cause: error }) : error;
    }
  }
}

/** The body; nothing where there is none, or where something on the way has answered in the server's place. */
async function readJson(response) {
  const text = await response.text();
  try {
    return text ? JSON.parse(text) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}
