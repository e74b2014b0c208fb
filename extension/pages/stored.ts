// What extension storage holds, for our pages: read once, followed, and changed by asking the background.
import { useEffect, useState } from "preact/hooks";
import type { KeepRequest } from "../protocol.ts";
import { type Company, companyKeys, readCompany } from "../store/company.ts";
import { type Change, type Kept, type KeptKey, keptKeys, readKept } from "../store/kept.ts";
import { type Effective, effective } from "../store/settings.ts";
import { type Locale, localeOf } from "../strings.ts";

export interface Stored {
  kept: Kept;
  /** Parts that could not be read, and so count as empty. */
  corrupt: readonly KeptKey[];
  company: Company;
  settings: Effective;
  locale: Locale;
}

const KEYS = [...keptKeys, ...companyKeys];

/** What storage holds now; undefined until it was read. */
export function useStored(): Stored | undefined {
  const [stored, setStored] = useState<Stored>();
  useEffect(() => {
    const read = () => void chrome.storage.local.get(KEYS).then((raw) => setStored(storedOf(raw)));
    const follow = (changes: object) => KEYS.some((key) => key in changes) && read();
    read();
    chrome.storage.local.onChanged.addListener(follow);
    return () => chrome.storage.local.onChanged.removeListener(follow);
  }, []);
  return stored;
}

/** Asks the background for a change; storage then tells of it. */
export function keep(change: Change): void {
  const request: KeepRequest = { kind: "keep", change };
  void chrome.runtime.sendMessage(request);
}

function storedOf(raw: Record<string, unknown>): Stored {
  const { kept, corrupt } = readKept(raw);
  const company = readCompany(raw);
  const settings = effective(company.policy, kept.choices, company.rules);
  const locale = settings.values.locale || localeOf(chrome.i18n.getUILanguage());
  return { kept, corrupt, company, settings, locale };
}
