// Data from the emulator is inserted only as text, because it can contain HTML.

export const byId = id => document.getElementById(id);

/** Creates an element with attributes and children. A child is an element or text. */
export function element(name, attributes, ...children) {
  const created = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) created.setAttribute(key, value);
  created.append(...children.filter(child => child !== null && child !== undefined && child !== ''));
  return created;
}

const shown = new Map();

/** Replaces the children of an element if the data has changed. The focus stays on the element with the same key. */
export function show(parent, data, children) {
  const text = JSON.stringify(data);
  if (shown.get(parent) === text) return;
  shown.set(parent, text);
  const key = parent.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  parent.replaceChildren(...children());
  if (key !== undefined) [...parent.querySelectorAll('[data-key]')].find(found => found.dataset.key === key)?.focus();
}

/** Creates the items of a description list, without items that have no value. */
export function pairs(values) {
  return values
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => element('div', null, element('dt', null, name), element('dd', null, String(value))));
}

export const time = value => new Date(value).toLocaleTimeString();
export const dateAndTime = value => new Date(value).toLocaleString();
export const bitRate = value => value >= 1e6 ? `${(value / 1e6).toFixed(1)} Mbit/s` : `${Math.round(value / 1e3)} kbit/s`;
