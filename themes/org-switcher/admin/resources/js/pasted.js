/** What is typed or pasted where domains are asked for. */

/** The entries of a text: a column of a sheet, a list with commas, or just one. */
export function entries(text) {
  return [...new Set(text.replace(NAMED_ADDRESS, " $1 ").split(/[\s,;]+/).filter(Boolean))];
}

/** As mail programs copy one: "Bob" <bob@acme.com>, Bob Jones <bob@acme.com>, <bob@acme.com>. */
const NAMED_ADDRESS = /(?:"[^"]*"\s*|(?<![^\s,;])(?:[^\s<>,;"@.]+\.?\s+)+)?<([^\s<>]*@[^\s<>]+)>/g;
