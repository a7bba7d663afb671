/** CSV as the admin REST reads and gives it, a header and a record on each line; and as programs for tables write it. */

/** Those write the one of their country, or a tab. */
const SEPARATORS = [",", ";", "\t"];

/** The text of a file: UTF-8, or UTF-16 that begins with its mark. */
export async function textOf(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const marked = { "255 254": "utf-16le", "254 255": "utf-16be" };
  return new TextDecoder(marked[bytes.subarray(0, 2).join(" ")] ?? "utf-8").decode(bytes);
}

/**
 * The records of a text, whose first line tells the separator. Empty cells at the end may be missing.
 *
 * @returns {string[][]} cells of the lines that have anything on them
 */
export function recordsIn(text) {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const separator = separatorOf(lines[0] ?? "");
  const [header = [], ...rows] = lines.map((line) => cellsOf(line, separator));
  const missing = (cells) => Array(Math.max(0, header.length - cells.length)).fill("");
  return lines.length === 0 ? [] : [header, ...rows.map((cells) => [...cells, ...missing(cells)])];
}

/** A header's columns. */
export function columnsOf(header) {
  return header.map((name) => name.trim().toLowerCase());
}

function separatorOf(header) {
  const plain = header.replace(/"[^"]*"/g, "");
  const count = (separator) => plain.split(separator).length;
  return SEPARATORS.reduce((most, separator) => (count(separator) > count(most) ? separator : most));
}

function cellsOf(line, separator) {
  const cell = new RegExp(`(?: *"((?:[^"]|"")*)" *|([^${separator}]*))${separator}`, "g");
  return [...`${line}${separator}`.matchAll(cell)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain.trim());
}

/** As the server's CsvLine has it: what programs for tables take for a formula, at the beginning or at their own separators. */
const FORMULA = /(^|[,;\t\r\n|])([=+\-@\t\r\n＝＋－＠])/g;
const SPECIAL = /[",;\t\r\n']|^\s|\s$/;

/** One record, which such programs open as text. */
export function record(values) {
  return values.map(cell).join(",");
}

function cell(value) {
  const text = value.replace(FORMULA, "$1'$2");
  return SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A header, and a record of each entry. */
export function recordsOf(columns, entries) {
  return [record(columns), ...entries.map((entry) => record(columns.map((column) => String(entry[column] ?? ""))))];
}

/** Hands a text to the browser as a file. */
export function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
