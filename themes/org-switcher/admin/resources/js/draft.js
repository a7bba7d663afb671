/** What was typed and not saved yet. It outlives the tab, a reload and a new sign-in, and ends with the browser's tab. */
export class Draft {
  #key;
  #parts;

  constructor(realm, organizationId) {
    this.#key = `org-switcher.draft ${realm} ${organizationId}`;
    this.#parts = JSON.parse(sessionStorage.getItem(this.#key) ?? "{}");
  }

  get(part) {
    return this.#parts[part];
  }

  /** @param value what was typed; nothing where it is what the server has */
  set(part, value) {
    this.#parts[part] = value;
    if (this.isEmpty()) {
      sessionStorage.removeItem(this.#key);
    } else {
      sessionStorage.setItem(this.#key, JSON.stringify(this.#parts));
    }
  }

  isEmpty() {
    return Object.values(this.#parts).every((value) => value === undefined || value === "");
  }
}
