// The text that the page shows outside its editors, where an emoji is a picture with its character as `alt` (2020 to 2026).

/** The text of a node: its emoji are characters, its line breaks are line breaks, and what `skips` says is left out. */
export function shownText(place: Node, skips: (element: Element) => boolean = () => false): string {
  return Array.from(place.childNodes, (node) => {
    if (node.nodeType === TEXT) return node.nodeValue ?? "";
    if (node.nodeType !== ELEMENT || skips(node as Element)) return "";
    if (node.nodeName === "IMG") return (node as HTMLImageElement).alt;
    return node.nodeName === "BR" ? "\n" : shownText(node, skips);
  }).join("");
}

/** Node.TEXT_NODE and Node.ELEMENT_NODE. */
const TEXT = 3;
const ELEMENT = 1;
