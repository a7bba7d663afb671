/** A page of the login theme, as people see it and with nothing in it that does anything. */
import { h } from "./dom.js";

const DARK = "pf-v5-theme-dark";

/**
 * @param {string} html the page
 * @param {string} title what it is, for who does not see it
 * @returns {HTMLIFrameElement} no script runs in it and no form is sent; styles and fonts are those of the console's own server
 */
export function drawnPage(html, title) {
  const page = new DOMParser().parseFromString(html, "text/html");
  page.querySelectorAll("script, meta[http-equiv]").forEach((element) => element.remove());
  page.querySelectorAll("a[href]").forEach((link) => link.removeAttribute("href"));
  // The theme's own script sets it for who has a dark browser.
  page.documentElement.classList.toggle(DARK, document.documentElement.classList.contains(DARK));
  const frame = h("iframe", {
    class: "org-switcher-drawn",
    title,
    sandbox: "allow-same-origin",
    srcdoc: page.documentElement.outerHTML,
    onload: () => {
      frame.style.blockSize = `${frame.contentDocument.documentElement.scrollHeight}px`;
    },
  });
  return frame;
}
