/** The same attributes with these values; null: without it. Nothing is written that is there already. */
export function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) {
      element.removeAttribute(name);
    } else if (element.getAttribute(name) !== value) {
      element.setAttribute(name, value);
    }
  }
}

/** The panel of a tab, with the element that it shows. */
export function newPanel(id, tabId, elementName) {
  const panel = document.createElement("section");
  setAttributes(panel, { id, class: "pf-v5-c-tab-content", role: "tabpanel", tabindex: "0", "aria-labelledby": tabId });
  panel.append(document.createElement(elementName));
  return panel;
}
