// Notes the company's policy as the browser hands it over. It may come seconds after a forced install, and Firefox knows
// no change of it before its next start; so the policy last seen stays in force until another one comes.
import { dayOf } from "../store/values.ts";

/** Reads the policy now, and whenever the browser says that it changed. */
export function followPolicy(): void {
  void notePolicy();
  chrome.storage.managed?.onChanged?.addListener((changes) => {
    const withdrawn = Object.values(changes).every(({ newValue }) => newValue === undefined);
    void notePolicy(withdrawn);
  });
}

/** An empty policy replaces the last one only if the browser said that the values were `withdrawn`. */
async function notePolicy(withdrawn = false): Promise<void> {
  const values = await chrome.storage.managed.get(null).catch(() => ({})); // Firefox rejects where there is no policy
  if (Object.keys(values).length > 0)
    await chrome.storage.local.set({ policy: { seen: dayOf(new Date()), values } });
  else if (withdrawn) await chrome.storage.local.remove("policy");
}
