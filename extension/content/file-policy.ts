// What the company wants asked of files: a managed setting (`askFileChat`, default off), which may arrive late and change.

/** The setting's name in managed storage. */
const NAME = "askFileChat";

export class FilePolicy {
  /** Ask with every file whether it is meant for this chat. */
  askFileChat = false;

  /** `changed` is told when the setting is another than before. */
  constructor(changed: () => void) {
    const take = (value: unknown) => {
      if (this.askFileChat === (value === true)) return;
      this.askFileChat = value === true;
      changed();
    };
    // Firefox rejects where no policy is installed; that is the default.
    chrome.storage.managed.get(NAME).then(
      (all) => take(all[NAME]),
      () => undefined,
    );
    chrome.storage.onChanged.addListener((changes, area) => {
      if (area === "managed" && changes[NAME]) take(changes[NAME].newValue);
    });
  }
}
