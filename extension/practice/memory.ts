// What the extension keeps of its user, kept by the room for as long as it is open, and nowhere.
import { EnterModeMemory } from "../content/enter-mode.ts";
import { Keeping } from "../content/keeping.ts";
import type { ChatRequest, KeepRequest } from "../protocol.ts";
import { changed, nothing } from "../store/kept.ts";
import { dayOf } from "../store/values.ts";

type Area = chrome.storage.StorageArea;

/** A storage area that forgets everything with the page. */
function areaOf(stored: () => Record<string, unknown>): Area {
  const area = {
    get: async () => stored(),
    set: async () => undefined,
    onChanged: { addListener: () => {} },
  };
  return area as unknown as Area;
}

/** The employee's choices, as on a first day. */
export function keepingHere(onChange: () => void): Keeping {
  let kept = nothing;
  const ids = new Map<string, string>();
  return new Keeping({
    storage: areaOf(() => ({ ...kept })),
    ask: async (message: ChatRequest | KeepRequest) => {
      if (message.kind === "chat") return idOf(ids, message.chat.title);
      kept = changed(kept, message.change, dayOf(new Date()), 0);
      return true;
    },
    today: () => new Date(),
    changed: onChange,
  });
}

/** In the room Enter sends, and is known to. */
export function enterHere(): EnterModeMemory {
  return new EnterModeMemory(areaOf(() => ({ enterMode: "sends" })));
}

function idOf(ids: Map<string, string>, title: string): string {
  const known = ids.get(title);
  if (known) return known;
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const id = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  ids.set(title, id);
  return id;
}
