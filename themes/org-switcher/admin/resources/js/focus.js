/** The keyboard's place in rows that are drawn anew. */

const CONTROLS = "a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), summary";

/**
 * Remembers where the keyboard is among rows; nothing where it is elsewhere.
 *
 * @param {HTMLElement} rows what the rows are drawn in, which has a name and can be focused by script
 * @returns {function(): void|undefined} goes back there once they are drawn: to the same control; to the row that has taken
 *     the place of one that is gone; to the whole where there is none
 */
export function placeIn(rows) {
  const focused = document.activeElement;
  if (!rows.contains(focused)) {
    return undefined;
  }
  const name = focused.getAttribute("aria-label");
  const at = rowsOf(rows).findIndex((row) => row.contains(focused));
  return () => {
    const again = name && [...rows.querySelectorAll(CONTROLS)].find((control) => control.getAttribute("aria-label") === name);
    const left = rowsOf(rows);
    const next = at < 0 ? undefined : left[Math.min(at, left.length - 1)]?.querySelector(CONTROLS);
    const control = again || next || rows;
    // The whole would be scrolled to its beginning.
    control.focus({ preventScroll: control === rows });
  };
}

function rowsOf(rows) {
  return [...rows.querySelectorAll("tbody > tr")];
}
