// The names of the page's icons: the one mark that survives its translations and most of its rebuilds.

/** The names an element's icon goes by: data-icon, data-testid or an svg's title; never its label, which is localised. */
export function iconNames(element: Element): string[] {
  const named = [element, ...element.querySelectorAll("[data-icon], [data-testid]")];
  const own = element.matches("svg > title") ? [element] : element.querySelectorAll("svg > title");
  const titles = Array.from(own, (title) => title.textContent ?? "");
  const attributes = named.flatMap((each) => [
    each.getAttribute("data-icon"),
    each.getAttribute("data-testid"),
  ]);
  return [...attributes, ...titles].filter((name): name is string => Boolean(name));
}
