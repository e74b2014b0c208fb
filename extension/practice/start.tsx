// Draws the room once its lessons are read, and starts the checking at once: the engine need not wait for the lessons.
import { render } from "preact";
import { readRules } from "../engine/rules-file.ts";
import { type Phrase, readReasons } from "../store/reasons.ts";
import type { WrittenLocale as Locale } from "../strings.ts";
import { chosenIn } from "./address.ts";
import { Checking } from "./checking.ts";
import { type Lessons, loadLessons } from "./lessons.ts";
import { type Place, Room } from "./room.tsx";

/** What the page says of the rules' signature; it may change. */
export interface Trust {
  /** Calls back now and after each change. Whatever costs time waits until the engine is ready. */
  follow(hear: (state: TrustState) => void, ready: Promise<void>): void;
}

export type TrustState =
  /** The extension verified them before. */
  | { kind: "extension" }
  | { kind: "checking" }
  | { kind: "verified"; version: string; dev: boolean }
  | { kind: "failed"; error: string };

/** Opens the room in the page; `tag` (BCP 47) is the language to begin with, where the address names none. */
export async function openRoom(tag: string, trust: Trust): Promise<void> {
  followTheme();
  const locale: Locale =
    chosenIn(location.search).locale ?? (tag.toLowerCase().startsWith("fr") ? "fr" : "en");
  let redraw = () => {};
  let read = async () => {};
  const checking = new Checking(
    locale,
    () => redraw(),
    () => void read(),
  );
  const place: Place = { checking, trust: { kind: "checking" }, lessons: nothing };
  const box = document.getElementById("room") as HTMLElement;
  redraw = () => render(<Room place={place} />, box);
  trust.follow((state) => {
    place.trust = state;
    redraw();
  }, checking.ready);
  read = async () => {
    place.lessons = await loadLessons().catch((error: unknown) => ({ ...nothing, broken: [String(error)] }));
    redraw();
    checking.reasons = await companyReasons();
  };
  await read();
}

const nothing: Lessons = { lessons: [], broken: [], examples: {} };

/** The reasons that came with the rules in force; none where the rules cannot be read, which the engine says. */
async function companyReasons(): Promise<readonly Phrase[]> {
  return readReasons((await readRules().catch(() => undefined))?.reasons);
}

/** The panels take their theme from the page's body, as they do in WhatsApp Web. */
function followTheme(): void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => document.body.classList.toggle("dark", dark.matches);
  dark.addEventListener("change", follow);
  follow();
}
