/** Texts in the administrator's language, from where the console has its own. */

import { whoAmI } from "./who-am-i.js";

const DEFAULT_LOCALE = "en";
/** Those of Keycloak's own texts that say what is said here, too. */
const KEYCLOAKS = ["learnMore"];
/** The letters of the scripts that run from right to left. */
const FROM_RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

const LETTER = /\p{L}/u;

let locale = DEFAULT_LOCALE;
let texts = new Map();

/**
 * Loads the texts once for the page.
 *
 * @param context the element's
 */
export async function loadMessages(context) {
  const language = await administratorsLanguage(context);
  const response = await fetch(`${context.urls.messages}/${encodeURIComponent(language)}`);
  if (!response.ok) {
    throw new Error(`${response.status} for the texts in ${language}`);
  }
  const all = await response.json();
  const needed = ({ key }) => key.startsWith("orgSwitcher") || KEYCLOAKS.includes(key);
  texts = new Map(all.filter(needed).map(({ key, value }) => [key, value]));
  locale = language;
}

/** The language of the texts, as an attribute lang has it. */
export function language() {
  return locale.replace("_", "-");
}

/** A text, with what it names. */
export function t(key, ...values) {
  const text = texts.get(key) ?? key;
  const whole = [text, ...values].join(" ");
  return text.replace(/\{(\d)\}/g, (_, index) => isolated(values[index] ?? "", whole));
}

/**
 * Where a sentence or anything that it names runs from right to left, a name would change places with what stands around it.
 * What has no letters, such as a range of numbers, goes with the sentence.
 */
function isolated(named, whole) {
  const apart = typeof named === "string" && LETTER.test(named) && FROM_RIGHT_TO_LEFT.test(whole);
  return apart ? `\u2068${named}\u2069` : String(named);
}

/**
 * A refusal of Keycloak's: a sentence, or the key of one as its own validation gives it, whose placeholders have double
 * braces, and whose parameters may be keys in ${}.
 */
export function sentence(message, parameters = []) {
  const text = texts.get(message);
  return text === undefined ? message : text.replace(/\{\{(\d)\}\}/g, (_, index) => unwrapped(String(parameters[index] ?? "")));
}

function unwrapped(parameter) {
  const key = /^\$\{(\w+)\}$/.exec(parameter)?.[1];
  return key ? t(key) : parameter;
}

/** A text that not everything of its kind has. */
export function textOrNothing(key) {
  return texts.get(key);
}

/** A time in milliseconds since 1970, in words. */
export function dateText(time) {
  return new Intl.DateTimeFormat(language(), { dateStyle: "medium", timeStyle: "short" }).format(time);
}

/** The same as the console's; the browser's where nobody can be asked. */
async function administratorsLanguage(context) {
  try {
    return (await whoAmI(context)).locale ?? DEFAULT_LOCALE;
  } catch (error) {
    console.info("org-switcher: the administrator's language is not known, so it is the browser's", error);
    return navigator.language;
  }
}
