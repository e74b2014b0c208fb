// What the address of the room holds beside the place: the language and the size that were chosen by hand, so that a reload keeps them.
import type { WrittenLocale as Locale } from "../strings.ts";

/** What was chosen by hand. */
export interface Chosen {
  locale?: Locale;
  /** Everything large, for a projector. */
  large?: boolean;
}

/** Reads the query of an address. */
export function chosenIn(query: string): Chosen {
  const asked = new URLSearchParams(query);
  const locale = asked.get("lang");
  return {
    ...(locale === "fr" || locale === "en" ? { locale } : {}),
    ...(asked.has("large") ? { large: asked.get("large") === "1" } : {}),
  };
}

/** The query of an address, once more was chosen. */
export function withChosen(query: string, { locale, large }: Chosen): string {
  const asked = new URLSearchParams(query);
  if (locale) asked.set("lang", locale);
  if (large !== undefined) asked.set("large", large ? "1" : "0");
  return `?${asked}`;
}

/** Keeps a choice in the page's address, without another entry in its history. */
export function keepInAddress(chosen: Chosen): void {
  history.replaceState(history.state, "", withChosen(location.search, chosen) + location.hash);
}
