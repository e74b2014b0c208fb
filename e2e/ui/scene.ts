// A plain chat window for the gallery: something to float above, with a draft in a compose box.
import type { Locale } from "../../extension/strings.ts";
import type { Rect } from "../../extension/ui/view.ts";
import type { Scene } from "./states.ts";
import { sampleOf } from "./words.ts";

/** What the gallery's address asks for. */
export interface Look {
  locale: Locale;
  theme: "light" | "dark";
  dir: "ltr" | "rtl";
}

/** Builds the chat window and answers where things are in it. */
export function buildScene(look: Look): Scene {
  document.documentElement.className = look.theme;
  document.documentElement.dir = look.dir;
  document.documentElement.lang = look.locale;
  const french = look.locale === "fr";
  const draft = make("div", { id: "draft", role: "textbox", contenteditable: "true" });
  draft.setAttribute("aria-label", "Message");
  draft.setAttribute("aria-multiline", "true");
  draft.textContent = sampleOf(look.locale).text;
  const composer = make("div", { class: "composer" }, draft);
  const send = make(
    "button",
    { id: "send", class: "send", type: "button", "aria-label": french ? "Envoyer" : "Send" },
    "➤",
  );
  const lines = french
    ? ["Bonjour, où en est mon dossier ?", "Je regarde tout de suite.", "Merci, j’attends depuis lundi."]
    : ["Hello, how is my file coming along?", "I am looking into it.", "Thanks, I have waited since Monday."];
  const talk = make("div", { class: "talk" }, ...lines.map((line) => make("div", {}, line)));
  document.body.replaceChildren(
    make("main", { class: "chat" }, talk, make("div", { class: "foot" }, composer, send)),
  );
  return sceneOf(look, composer, draft);
}

function sceneOf(look: Look, composer: Element, draft: Element): Scene {
  const box = rectOf(composer.getBoundingClientRect());
  const left = look.dir === "rtl" ? box.left + 6 : box.right - 62;
  return {
    ...look,
    composer: box,
    chip: { left, top: box.top - 30 },
    anchor: (start, end) => {
      const range = document.createRange();
      range.setStart(draft.firstChild as Text, start);
      range.setEnd(draft.firstChild as Text, end);
      return rectOf(range.getBoundingClientRect());
    },
  };
}

function rectOf({ left, top, right, bottom }: DOMRect): Rect {
  return { left, top, right, bottom };
}

function make(name: string, attributes: Record<string, string>, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}
