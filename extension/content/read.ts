// Reads a draft out of the composer's DOM the way WhatsApp reads it out of its editor, and maps offsets of that text
// back to the DOM. Never writes. Offsets are UTF-16 code units.
//
// The rule (WhatsApp's own, seen 2026): the text of the editor's child blocks joined by "\n", trimmed when sent.
// innerText would double newlines and textContent of the whole root would lose them.

/** A run of the draft's text that lies in one text node. */
interface Run {
  node: Text;
  /** Offset of the run in the untrimmed text. */
  start: number;
}

/** A draft as read at one moment. */
export interface Reading {
  /** What would be sent: trimmed, lone surrogates as U+FFFD of the same length. */
  text: string;
  /** How many code units the trim took from the start. */
  lead: number;
  /** The number of lines on the screen; grows by one with each Enter that breaks a line. */
  blocks: number;
}

/** A place in the DOM, as a Range wants it. */
export interface Place {
  node: Node;
  offset: number;
}

/** Reads the draft. */
export function readDraft(root: Element): Reading {
  const raw = rawText(root);
  const text = raw.trim();
  return { text, lead: raw.length - raw.trimStart().length, blocks: root.childElementCount };
}

/** The draft with the blanks at its ends, which the page cuts off when it sends. */
export function rawText(root: Element): string {
  return Array.from(root.children, blockText).join("\n").toWellFormed();
}

/** Maps offsets of Reading.text to places in the DOM, or of the untrimmed text if `lead` is 0. Valid until the DOM changes. */
export class OffsetMap {
  private readonly runs: Run[] = [];
  /** Where a caret can stand with no text beside it: in an empty line, or behind a <br>. */
  private readonly gaps = new Map<number, Place>();
  private length = 0;

  constructor(
    private readonly root: Element,
    private readonly lead: number,
  ) {
    for (const block of Array.from(root.children)) {
      if (block !== root.firstElementChild) this.length += 1;
      this.gaps.set(this.length, { node: block, offset: 0 });
      this.addBlock(block);
    }
  }

  /** The DOM range of start..end, or undefined when the text is no longer there. */
  range(start: number, end: number): Range | undefined {
    const from = this.place(start, "after");
    const to = start === end ? from : this.place(end, "before");
    if (!from || !to) return undefined;
    const range = this.root.ownerDocument.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }

  /** The place of an offset; between two nodes `lean` picks the end of one or the start of the next. */
  place(offset: number, lean: "before" | "after"): Place | undefined {
    const at = offset + this.lead;
    const run = this.runAt(lean === "before" ? at - 1 : at) ?? this.runAt(at - 1) ?? this.runAt(at);
    if (!run) return this.gaps.get(at);
    return { node: run.node, offset: Math.min(Math.max(at - run.start, 0), run.node.data.length) };
  }

  /** The offset of a place in the DOM, or undefined outside the draft. Carets may stand in elements, too. */
  offsetOf(node: Node, offset: number): number | undefined {
    if (!this.root.contains(node)) return undefined;
    const run = this.runs.find((each) => each.node === node);
    const at = run ? run.start + offset : this.lengthBefore(node, offset);
    return Math.max(0, at - this.lead);
  }

  /** The length of the text before a place that is in no text node. */
  private lengthBefore(node: Node, offset: number): number {
    const before = this.root.ownerDocument.createRange();
    before.setStart(this.root, 0);
    before.setEnd(node, offset);
    const passed = (place: Place) => before.comparePoint(place.node, place.offset) <= 0;
    const runs = this.runs.filter((run) => passed({ node: run.node, offset: run.node.length }));
    const gaps = [...this.gaps].filter(([, place]) => passed(place));
    return Math.max(0, ...runs.map((run) => run.start + run.node.length), ...gaps.map(([at]) => at));
  }

  private addBlock(block: Element): void {
    for (const leaf of leaves(block)) {
      if (leaf instanceof Text) {
        this.runs.push({ node: leaf, start: this.length });
        this.length += leaf.data.length;
      } else {
        this.length += 1;
        const line = leaf.parentNode as Node;
        this.gaps.set(this.length, { node: line, offset: Array.from(line.childNodes).indexOf(leaf) + 1 });
      }
    }
  }

  /** The run that holds the code unit at `at` of the untrimmed text (binary search). */
  private runAt(at: number): Run | undefined {
    let low = 0;
    let high = this.runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.runs[middle]?.start ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    const run = this.runs[low - 1];
    return run && at < run.start + run.node.data.length ? run : undefined;
  }
}

/** The text of one line; the usual line without <br> needs no walk. */
function blockText(block: Element): string {
  if (!block.querySelector("br")) return block.textContent ?? "";
  return leaves(block)
    .map((leaf) => (leaf instanceof Text ? leaf.data : "\n"))
    .join("");
}

/** The texts and line breaks of a block. Its last <br> only keeps the line open (an empty line has one, and the editor
 *  adds one behind a trailing break); any other is a newline, seen after inserts that bring a DataTransfer. */
function leaves(block: Element): (Text | Element)[] {
  const found: (Text | Element)[] = [];
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Text || (node instanceof Element && node.localName === "br")) found.push(node);
  }
  if (found.at(-1) instanceof Element) found.pop();
  return found;
}
