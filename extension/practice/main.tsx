// The room as a page of the extension: the rules in force were verified by the background, and the language is the one that the company
// or the employee chose for all of Bonton.
import { NOTE } from "../bundle/note.ts";
import { companyKeys, readCompany } from "../store/company.ts";
import { readKept } from "../store/kept.ts";
import { effective } from "../store/settings.ts";
import { openRoom } from "./start.tsx";

chrome.storage.onChanged.addListener((changes, area) => {
  if (area === "local" && changes[NOTE]) void globalThis.bontonEngine.followRules();
});
void language().then((tag) => openRoom(tag, { follow: (hear) => hear({ kind: "extension" }) }));

/** BCP 47; the browser's own where nobody chose one, or storage cannot be read. */
async function language(): Promise<string> {
  const stored = await chrome.storage.local.get(["choices", ...companyKeys]).catch(() => ({}));
  const { policy, rules } = readCompany(stored);
  const { locale } = effective(policy, readKept(stored).kept.choices, rules).values;
  return locale || chrome.i18n.getUILanguage();
}
