/** Elements with attributes and children. Texts are always texts, never markup. */

type Child = Node | string | null;
type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/** An attribute of null or false is left out, one of true is empty. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  setAll(made, attributes);
  made.append(...children.filter((child) => child !== null));
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

export function svgElement(name: string, attributes: Attributes, ...children: readonly Node[]): SVGElement {
  const made = document.createElementNS(SVG, name);
  setAll(made, attributes);
  made.append(...children);
  return made;
}

function setAll(made: Element, attributes: Attributes): void {
  for (const [key, value] of Object.entries(attributes))
    if (value !== null && value !== false) made.setAttribute(key, value === true ? "" : String(value));
}

export function button(text: string, onClick: () => void, attributes: Attributes = {}, key = ""): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, text);
  if (key !== "") made.append(" ", element("kbd", { "aria-hidden": "true" }, key));
  made.addEventListener("click", onClick);
  return made;
}

/** An element of the page that is always there. */
export function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
}
