const reported = new Set();

/** Says once in the browser's console why something is not shown; the Admin Console itself stays whole. */
export function report(what, reason, error) {
  const sentence = `org-switcher: ${what} is not shown, as ${reason}.`;
  if (!reported.has(sentence)) {
    reported.add(sentence);
    console.warn(sentence, ...(error ? [error] : []));
  }
}

/** Runs what relies on the console's markup. */
export function guarded(what, action) {
  try {
    action();
  } catch (error) {
    report(what, "the console's page is not as expected", error);
  }
}
