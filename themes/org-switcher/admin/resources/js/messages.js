/** Texts in the administrator's language, from where the console has its own. */

const DEFAULT_LOCALE = "en";

let locale = DEFAULT_LOCALE;
let texts = new Map();

/**
 * Loads the texts once for the page.
 *
 * @param {{urls: {messages: string, whoAmI: string}, getAccessToken: function(): Promise<string>}} context
 */
export async function loadMessages({ urls, getAccessToken }) {
  const language = await administratorsLanguage(urls.whoAmI, getAccessToken);
  const response = await fetch(`${urls.messages}/${encodeURIComponent(language)}`);
  if (!response.ok) {
    throw new Error(`${response.status} for the texts in ${language}`);
  }
  const all = await response.json();
  texts = new Map(all.filter(({ key }) => key.startsWith("orgSwitcher")).map(({ key, value }) => [key, value]));
  locale = language;
}

/** A text, with what it names. */
export function t(key, ...values) {
  return (texts.get(key) ?? key).replace(/\{(\d)\}/g, (_, index) => String(values[index] ?? ""));
}

/** A time in milliseconds since 1970, in words. */
export function dateText(time) {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(time);
}

/** The same as the console's; the browser's where nobody can be asked. */
async function administratorsLanguage(whoAmI, getAccessToken) {
  try {
    const token = await getAccessToken();
    const response = await fetch(whoAmI, { headers: { Authorization: `Bearer ${token}` } });
    return (response.ok && (await response.json()).locale) || DEFAULT_LOCALE;
  } catch (error) {
    console.info("org-switcher: the administrator's language is not known, so it is the browser's", error);
    return navigator.language;
  }
}
