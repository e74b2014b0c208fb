// The room as a page of the extension: the rules in force were verified by the background.
import { NOTE } from "../bundle/note.ts";
import { openRoom } from "./start.tsx";

chrome.storage.onChanged.addListener((changes, area) => {
  if (area === "local" && changes[NOTE]) void globalThis.bontonEngine.followRules();
});
void openRoom(chrome.i18n.getUILanguage(), { follow: (hear) => hear({ kind: "extension" }) });
