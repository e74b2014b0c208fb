// What extension storage holds, for our pages: read once, followed, and changed by asking the background.
import { useEffect, useState } from "preact/hooks";
import type { KeepRequest } from "../protocol.ts";
import { type Company, companyKeys, readCompany } from "../store/company.ts";
import { type Change, type Kept, type KeptKey, keptKeys, outlived, readKept } from "../store/kept.ts";
import { type Effective, effective } from "../store/settings.ts";
import { dayOf } from "../store/values.ts";
import { type Locale, localeOf } from "../strings.ts";

export interface Stored {
  kept: Kept;
  /** Parts that could not be read, and so count as empty. */
  corrupt: readonly KeptKey[];
  company: Company;
  settings: Effective;
  locale: Locale;
  /** The change asked for last on this page could not be kept. */
  unkept: boolean;
}

const KEYS = [...keptKeys, ...companyKeys];

/** Told whether a change of this page was kept. */
const asking = new Set<(kept: boolean) => void>();

/** What storage holds now; undefined until it was read. A change that was not kept draws it anew: a box that was ticked is as before. */
export function useStored(): Stored | undefined {
  const [stored, setStored] = useState<Omit<Stored, "unkept">>();
  const [last, setLast] = useState({ kept: true });
  useEffect(() => {
    const read = () => void chrome.storage.local.get(KEYS).then((raw) => setStored(storedOf(raw)));
    const follow = (changes: object) => KEYS.some((key) => key in changes) && read();
    const hear = (kept: boolean) => setLast((last) => (kept && last.kept ? last : { kept })); // what is kept, storage tells
    read();
    chrome.storage.local.onChanged.addListener(follow);
    asking.add(hear);
    return () => {
      chrome.storage.local.onChanged.removeListener(follow);
      asking.delete(hear);
    };
  }, []);
  return stored && { ...stored, unkept: !last.kept };
}

/** Asks the background for a change; storage then tells of it, or what is drawn says that it was not kept. */
export async function keep(change: Change): Promise<void> {
  const request: KeepRequest = { kind: "keep", change };
  const kept = (await chrome.runtime.sendMessage(request).catch(() => undefined)) === true;
  for (const hear of asking) hear(kept);
}

function storedOf(raw: Record<string, unknown>): Omit<Stored, "unkept"> {
  const { kept, corrupt } = readKept(raw);
  const company = readCompany(raw);
  const settings = effective(company.policy, kept.choices, company.rules);
  const locale = settings.values.locale || localeOf(chrome.i18n.getUILanguage());
  return {
    kept: outlived(kept, dayOf(new Date()), settings.values.recordDays),
    corrupt,
    company,
    settings,
    locale,
  };
}
