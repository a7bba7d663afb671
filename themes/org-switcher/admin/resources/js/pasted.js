/** What is typed or pasted where domains are asked for. */

/** The entries of a text: a column of a sheet, a list with commas, or just one. */
export function entries(text) {
  return [...new Set(text.replace(NAMED_ADDRESS, " $1 ").split(/[\s,;]+/).filter(Boolean))];
}

/** As mail programs copy one: "Bob" <bob@acme.com>, Bob Jones <bob@acme.com>, <bob@acme.com>. */
const NAMED_ADDRESS = /(?:"[^"]*"\s*|(?<![^\s,;])(?:[^\s<>,;"@.]+\.?\s+)+)?<([^\s<>]*@[^\s<>]+)>/g;

/** The domain that an email address or a web address stands for; nothing where the entry is neither. */
export function meantDomain(entry) {
  const address = /^(?:mailto:)?[^@/]*@([^@/]+)$/i.exec(entry)?.[1];
  return address ?? hostOf(entry)?.replace(/^www\./, "");
}

function hostOf(entry) {
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(entry);
  if (!hasScheme && !entry.includes("/")) {
    return undefined;
  }
  const url = hasScheme ? entry : `https://${entry}`;
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}
