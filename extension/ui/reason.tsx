// The reason of a rule: sanitised HTML, read once more and rebuilt element by element. Nothing is ever set as HTML.
import type { ComponentChildren, VNode } from "preact";
import type { WrittenLocale } from "../strings.ts";

const plain = ["p", "br", "strong", "em", "ul", "ol", "li", "code"] as const;
type Plain = (typeof plain)[number];

/** Elements whose content is not text for a reader. */
const dropped = new Set(["script", "style", "template", "noscript", "svg", "math"]);

/** The reason as vnodes of the allowed elements; the words of any other element are kept, the element is not. `lang` is the language it
 *  is written in, where that may be another than the interface's. */
export function Reason({ html, lang }: { html: string; lang?: WrittenLocale }): VNode {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return (
    <div class="why" lang={lang} dir="auto" tabIndex={-1}>
      {children(body)}
    </div>
  );
}

function children(node: Node): ComponentChildren[] {
  return [...node.childNodes].map(rebuild);
}

function rebuild(node: Node): ComponentChildren {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue;
  if (node.nodeType !== Node.ELEMENT_NODE) return null;
  const element = node as Element;
  const Tag = element.localName;
  if (dropped.has(Tag)) return null;
  if (isPlain(Tag)) return Tag === "br" ? <br /> : <Tag>{children(element)}</Tag>;
  return Tag === "a" ? link(element) : children(element);
}

function link(element: Element): ComponentChildren {
  const href = httpsUrl(element.getAttribute("href") ?? "");
  if (!href) return children(element);
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children(element)}
    </a>
  );
}

/** The address if it is an absolute https one, else nothing. */
function httpsUrl(href: string): string | undefined {
  try {
    const url = new URL(href);
    return url.protocol === "https:" ? url.href : undefined;
  } catch {
    return undefined;
  }
}

function isPlain(name: string): name is Plain {
  return (plain as readonly string[]).includes(name);
}
