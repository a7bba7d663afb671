/** CSV as the admin REST reads and gives it: a header, and a record on each line. */

/** @returns {string[]} the lines that have anything on them */
export function linesOf(text) {
  return text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
}

/** A header's columns. */
export function columnsOf(line) {
  return line.split(",").map((name) => name.replaceAll('"', "").trim().toLowerCase());
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

/** A line's cells. */
export function cellsOf(line) {
  return [...`${line},`.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*)),/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
}

/** Hands a text to the browser as a file. */
export function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
