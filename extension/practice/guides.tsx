// The guides that came with the rules: short pages to read or print.
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { readTexts } from "../engine/rules-file.ts";
import { Reason } from "../ui/reason.tsx";
import type { ViewProps } from "./room.tsx";
import { say } from "./words.ts";

/** HTML by locale, by name; its first bold words are the title. */
type GuideTexts = Record<string, Record<string, string>>;

export function Guides({ locale, name, lessons }: ViewProps): VNode {
  const [guides, setGuides] = useState<GuideTexts>();
  useEffect(() => void readTexts().then(({ texts }) => setGuides(texts?.guides ?? {})), [lessons]); // they come together
  if (!guides) return <p class="page">…</p>;
  const names = Object.keys(guides);
  const shown = guides[name] ? name : names[0];
  if (!shown) return <p class="page">{say(locale, "guide_none")}</p>;
  return (
    <div class="page guides">
      <nav aria-label={say(locale, "guides")} class="screen-only">
        <ul>
          {names.map((each) => (
            <li key={each}>
              <a href={`#/guides/${each}`} {...(each === shown ? { "aria-current": "page" } : {})}>
                {titleOf(guides[each]?.[locale] ?? "", each)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <article class="sheet guide" data-guide={shown}>
        <h1>{titleOf(guides[shown]?.[locale] ?? "", shown)}</h1>
        <Reason html={bodyOf(guides[shown]?.[locale] ?? "")} />
        <button type="button" class="screen-only" data-act="print" onClick={() => window.print()}>
          {say(locale, "guide_print")}
        </button>
      </article>
    </div>
  );
}

function titleOf(html: string, name: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return body.querySelector("strong")?.textContent ?? name;
}

/** All that comes after the title. */
function bodyOf(html: string): string {
  return html.replace(/^<p><strong>[^<]*<\/strong><\/p>/, "");
}
