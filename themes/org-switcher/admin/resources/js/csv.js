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

/** One record. */
export function record(values) {
  return values.map((value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(",");
}

/** Hands a text to the browser as a file. */
export function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
