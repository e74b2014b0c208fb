// The names of the files about to be sent, as the preview beside a caption shows them. No hook for a name is known
// (2026-11), so a name is known by its ending. A photo shows none, and none leaves with it.
import { overlayOf } from "./whatsapp.ts";
import { FILE_NAME } from "./whatsapp-selectors.ts";

/** A name, and the text node that draws it. */
export interface ShownFile {
  name: string;
  node: Text;
}

/** The most files that are looked at: the page sends no more at once. */
const MAX_FILES = 100;

/** The files shown around a caption's editor. */
export function shownFiles(composer: HTMLElement): ShownFile[] {
  const walker = document.createTreeWalker(overlayOf(composer), NodeFilter.SHOW_TEXT);
  const found = new Map<string, ShownFile>();
  while (walker.nextNode() && found.size < MAX_FILES) {
    const node = walker.currentNode as Text;
    const name = node.data.trim();
    if (FILE_NAME.test(name) && !found.has(name) && !composer.contains(node)) found.set(name, { name, node });
  }
  return [...found.values()];
}
