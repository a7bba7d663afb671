/** Elements. Texts become text nodes, so that whatever they say is never markup. */

const SVG = "http://www.w3.org/2000/svg";
let ids = 0;

/**
 * @param {string} tag
 * @param {Object} attributes an attribute each; true: present, false or null or undefined: absent, onevent: a listener
 * @param {...(Node|string|Array|null|undefined|false)} children
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      element.addEventListener(name.slice("on".length), value);
    } else if (value !== undefined && value !== null && value !== false) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...shown(children));
  return element;
}

/** Replaces what is in an element. */
export function fill(element, ...children) {
  element.replaceChildren(...shown(children));
  return element;
}

/** An id that no other element has. */
export function newId() {
  return `org-switcher-${++ids}`;
}

// Shapes on a square of 16 by 16.
const SHAPES = {
  check: "M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0ZM3.6 8.3l1.5-1.5 2 2 3.9-3.9 1.5 1.5L7.1 11.8Z",
  error: "M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0ZM6.9 3.2h2.2L8.8 9.4H7.2ZM6.9 10.8h2.2v2.1H6.9Z",
  info: "M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0ZM6.9 3.2h2.2v2.1H6.9ZM6.9 6.6h2.2v6.3H6.9Z",
  warning: "M8 .8 16 15H0ZM7 5.2l.3 5h1.4l.3-5ZM7 11.3v1.9h2v-1.9Z",
  search: "M6.5 0a6.5 6.5 0 1 0 3.9 11.7l4.1 4.1 1.4-1.4-4.2-4A6.5 6.5 0 0 0 6.5 0Zm0 2a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9Z",
  copy: "M5 0h10v12H5ZM7 2v8h6V2ZM1 4h3v10h7v2H1Z",
  previous: "M10.6 1.6 12 3 7 8l5 5-1.4 1.4L4.2 8Z",
  next: "M5.4 1.6 4 3l5 5-5 5 1.4 1.4L11.8 8Z",
  close: "M2.4 1 8 6.6 13.6 1 15 2.4 9.4 8l5.6 5.6-1.4 1.4L8 9.4 2.4 15 1 13.6 6.6 8 1 2.4Z",
  external: "M1 3h6v2H3v8h8V9h2v6H1ZM9 1h6v6h-2V4.4L8.2 9.2 6.8 7.8 11.6 3H9Z",
  down: "M1.6 5.4 3 4l5 5 5-5 1.4 1.4L8 11.8Z",
};

/** A picture that says nothing by itself. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", SHAPES[name]);
  path.setAttribute("fill-rule", "evenodd");
  for (const [attribute, value] of Object.entries({
    class: "pf-v5-svg",
    viewBox: "0 0 16 16",
    width: "1em",
    height: "1em",
    fill: "currentColor",
    "aria-hidden": "true",
  })) {
    svg.setAttribute(attribute, value);
  }
  svg.append(path);
  return svg;
}

function shown(children) {
  return children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false);
}
