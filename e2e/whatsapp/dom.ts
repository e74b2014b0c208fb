/** A small element builder. */
import { c, options } from "./env.ts";
import { iconPaths } from "./icons.ts";

type Child = Node | string | null | undefined | false;
type Attrs = Record<string, string | boolean | null | undefined>;

const SVG = "http://www.w3.org/2000/svg";

function setAttr(element: Element, name: string, value: string): void {
  if (name === "cls") element.setAttribute("class", c(value));
  else if (name !== "testid") element.setAttribute(name, value);
  else if (options.testids) element.setAttribute("data-testid", value);
}

/** Builds an element. `cls` takes style names, `testid` obeys the switch, false and null leave an attribute out. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attrs: Attrs = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attrs)) {
    if (value !== undefined && value !== null && value !== false) {
      setAttr(element, name, value === true ? "" : value);
    }
  }
  element.append(
    ...children.filter(
      (child): child is Node | string => child !== null && child !== undefined && child !== false,
    ),
  );
  return element;
}

/** Draws one of our icons; `title` is the name some builds leave inside the drawing. */
export function svg(name: string, title?: string): SVGSVGElement {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("width", "24");
  drawing.setAttribute("height", "24");
  drawing.setAttribute("fill", "none");
  drawing.setAttribute("aria-hidden", "true");
  if (title !== undefined) {
    const node = document.createElementNS(SVG, "title");
    node.textContent = title;
    drawing.append(node);
  }
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", iconPaths[name] ?? "");
  path.setAttribute("stroke", "currentColor");
  path.setAttribute("stroke-width", "1.8");
  path.setAttribute("stroke-linecap", "round");
  path.setAttribute("stroke-linejoin", "round");
  drawing.append(path);
  return drawing;
}

/** An icon under the page's own name for it, named as the `icons` option says. */
export function icon(drawing: string, name: string): HTMLElement {
  if (options.icons === "title") return h("span", { "aria-hidden": "true" }, svg(drawing, name));
  const hook = options.icons === "testid" ? "data-testid" : "data-icon";
  return h("span", { "aria-hidden": "true", [hook]: name }, svg(drawing));
}
