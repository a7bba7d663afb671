import { Api } from "./api.js";

/**
 * Who the administrator is, as the console asks it.
 *
 * @returns {Promise<{locale: string, realm_access: Object<string, string[]>}>} the language they read, and their roles by
 *     realm
 */
export function whoAmI({ realm, urls, getAccessToken }, signal) {
  return new Api(urls.console, getAccessToken, signal).get("whoami", { currentRealm: realm });
}
