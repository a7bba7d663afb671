/*
 * <organization-switcher>: shows a signed-in person's organizations in an application, and tells the application which one the person
 * wants to work in. It signs nobody in: that takes a login of the application's own. docs/element.md says how to use it.
 */
const ROOT = new URL("../../", import.meta.url);
const MOST = 20;
const PAUSE = 250;

const STYLE = `
:host { display: inline-block; position: relative; font: inherit; text-align: start; }
:host([hidden]) { display: none; }
button, input, a { font: inherit; color: inherit; }
.open, .choice, input { box-sizing: border-box; padding: 0.4em 0.75em; border: 1px solid; border-radius: 0.375em; background: Canvas; color: CanvasText; }
.open::after { content: "▾" / ""; margin-inline-start: 0.5em; }
.panel { position: absolute; inset-block-start: calc(100% + 0.25em); inset-inline-start: 0; z-index: 1; box-sizing: border-box; min-inline-size: 100%;
  inline-size: max-content; max-inline-size: min(22em, 90vw); padding: 0.5em; border: 1px solid; border-radius: 0.5em; background: Canvas; color: CanvasText; }
[hidden] { display: none; }
ul { list-style: none; margin: 0 0 0.5em; padding: 0; max-block-size: 50vh; overflow: auto; }
p { margin: 0.25em; }
input, .choice { inline-size: 100%; }
input { margin-block-end: 0.5em; }
.choice { border-color: transparent; text-align: start; overflow-wrap: anywhere; cursor: pointer; }
.choice:hover { border-color: currentColor; }
.choice[aria-current] { font-weight: bold; }
.note { font-weight: normal; font-size: smaller; margin-inline-start: 0.5em; }
`;

const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);

const make = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
};

/** A sentence with what was typed, which keeps to itself whatever its script. */
const around = (sentence, typed) => sentence.split("{0}").flatMap((part, index) => (index === 0 ? [part] : [make("bdi", { textContent: typed }), part]));

/** The pages' own texts, read once a language. */
const texts = new Map();
const textsIn = (language) => {
    if (!texts.has(language)) {
        const read = fetch(new URL(`texts/${encodeURIComponent(language)}`, import.meta.url), { credentials: "omit" })
            .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`${answer.status}`))));
        read.catch(() => texts.delete(language));
        texts.set(language, read);
    }
    return texts.get(language);
};

class OrganizationSwitcher extends HTMLElement {
    #getAccessToken = null;
    #latest = 0;
    #timer = 0;
    #failed = false;
    #text = {};
    #open = make("button", { type: "button", className: "open", part: "button", hidden: true });
    #name = make("bdi");
    #panel = make("div", { className: "panel", id: "panel", part: "panel", hidden: true });
    #search = make("input", { type: "search", autocomplete: "off", maxLength: 100, hidden: true });
    #list = make("ul");
    #note = make("p", { hidden: true });
    #link = make("a", { href: new URL("account", ROOT).href, part: "link" });

    #outside = (event) => {
        if (!event.composedPath().includes(this)) {
            this.#show(false);
        }
    };

    constructor() {
        super();
        const root = this.attachShadow({ mode: "open", delegatesFocus: true });
        root.adoptedStyleSheets = [sheet];
        this.#open.append(this.#name);
        this.#open.setAttribute("aria-controls", "panel");
        this.#open.setAttribute("aria-expanded", "false");
        this.#list.setAttribute("role", "list");
        this.#note.setAttribute("role", "status");
        this.#panel.append(this.#search, this.#list, this.#note, make("p", {}, this.#link));
        root.append(this.#open, this.#panel);
        this.#open.addEventListener("click", () => this.#show(this.#panel.hidden));
        this.#search.addEventListener("input", () => {
            clearTimeout(this.#timer);
            this.#timer = setTimeout(() => this.refresh(), PAUSE);
        });
        root.addEventListener("keydown", (event) => {
            if (event.key === "Escape" && !this.#panel.hidden) {
                this.#show(false);
                this.#open.focus();
            }
        });
    }

    connectedCallback() {
        // What the application has set before this script was there.
        if (Object.hasOwn(this, "getAccessToken")) {
            const given = this.getAccessToken;
            delete this.getAccessToken;
            this.getAccessToken = given;
        } else {
            this.refresh();
        }
        document.addEventListener("click", this.#outside);
    }

    disconnectedCallback() {
        clearTimeout(this.#timer);
        document.removeEventListener("click", this.#outside);
    }

    /** Gives the person's access token for Keycloak's audience "account", or a promise of it. */
    get getAccessToken() {
        return this.#getAccessToken;
    }

    set getAccessToken(getAccessToken) {
        this.#getAccessToken = getAccessToken;
        this.refresh();
    }

    /** Reads the organizations anew. */
    async refresh() {
        const turn = ++this.#latest;
        if (!this.isConnected) {
            return;
        }
        if (typeof this.#getAccessToken !== "function") {
            this.#forget();
            return;
        }
        try {
            const language = this.closest("[lang]")?.lang || navigator.language;
            const reading = this.#read();
            // It is waited for below, once there are words for what has failed.
            reading.catch(() => {});
            const text = await textsIn(language);
            this.#label(text);
            const found = await reading;
            if (turn === this.#latest) {
                this.#draw(text, found);
            }
        } catch (failed) {
            if (turn === this.#latest) {
                this.#fail(failed);
            }
        }
    }

    async #read() {
        const address = new URL("organizations", ROOT);
        address.searchParams.set("max", MOST);
        address.searchParams.set("search", this.#search.value);
        const token = await this.#getAccessToken();
        const answer = await fetch(address, { credentials: "omit", headers: { Authorization: `Bearer ${token}` } });
        if (!answer.ok) {
            const { errorMessage } = await answer.json().catch(() => ({}));
            throw Object.assign(new Error(`${answer.status}`), { sentence: errorMessage });
        }
        return answer.json();
    }

    /** Nobody is signed in any more. */
    #forget() {
        this.#list.replaceChildren();
        this.#name.textContent = "";
        this.#search.value = "";
        this.#say("");
        this.#show(false);
        this.#open.hidden = true;
    }

    #draw(text, { active, memberships, onlyDisabled }) {
        this.#failed = false;
        this.#open.hidden = false;
        this.#name.textContent = active?.name ?? text.orgSwitcherTitle;
        this.#list.replaceChildren(...memberships.map((each) => this.#row(each, each.id === active?.id)));
        const searched = this.#search.value.trim() !== "";
        this.#search.hidden = !searched && memberships.length < MOST;
        this.#say(
            memberships.length > 0
                ? ""
                : searched
                  ? around(text.orgSwitcherSearchNone, this.#search.value.trim())
                  : onlyDisabled
                    ? text.orgSwitcherVerdictOrganizationDisabled
                    : text.orgSwitcherAccountNone,
        );
    }

    #label(text) {
        this.#text = text;
        this.#panel.lang = this.#open.lang = text.orgSwitcherLanguage;
        this.#panel.dir = this.#open.dir = text.orgSwitcherDirection;
        this.#open.setAttribute("aria-description", text.orgSwitcherMemberships);
        this.#list.setAttribute("aria-label", text.orgSwitcherMemberships);
        this.#search.setAttribute("aria-label", text.orgSwitcherSearch);
        this.#search.placeholder = text.orgSwitcherSearch;
        this.#link.textContent = text.orgSwitcherAccountLink;
    }

    #row(organization, current) {
        const choice = make("button", { type: "button", className: "choice" }, make("bdi", { textContent: organization.name }));
        if (current) {
            choice.setAttribute("aria-current", "true");
            choice.append(make("span", { className: "note", textContent: this.#text.orgSwitcherActive }));
        }
        choice.addEventListener("click", () => this.#choose(organization, current));
        return make("li", {}, choice);
    }

    #choose({ id, alias, name }, current) {
        this.#show(false);
        this.#open.focus();
        if (!current) {
            this.dispatchEvent(
                new CustomEvent("organization-switch", { bubbles: true, composed: true, detail: { id, alias, name } }),
            );
        }
    }

    /** What the server says is a sentence in the person's language. */
    #fail(failed) {
        this.#failed = true;
        this.#open.hidden = false;
        this.#say(failed.sentence ?? this.#text.orgSwitcherErrorTryAgain ?? "");
        this.#list.replaceChildren();
        this.#name.textContent ||= this.#text.orgSwitcherTitle ?? "…";
        this.dispatchEvent(new CustomEvent("organization-error", { bubbles: true, composed: true, detail: { message: failed.message } }));
    }

    #say(sentence) {
        this.#note.replaceChildren(...[sentence].flat());
        this.#note.hidden = sentence === "";
    }

    /** What could not be read is tried again when somebody looks. */
    #show(open) {
        if (open && this.#failed) {
            this.refresh();
        }
        this.#panel.hidden = !open;
        this.#open.setAttribute("aria-expanded", `${open}`);
    }
}

if (!customElements.get("organization-switcher")) {
    customElements.define("organization-switcher", OrganizationSwitcher);
}
