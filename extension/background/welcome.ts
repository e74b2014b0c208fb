// Shows the first-run page, once, to somebody who installed Bonton on their own. Where a company did, no tab opens: the
// company tells its people itself.

/** What is known of an installation. */
export interface Installed {
  /** runtime.onInstalled's reason. */
  reason: string;
  /** management.ExtensionInfo's installType: `admin` is by policy, `development` an unpacked or temporary one. */
  type: string;
  /** Whether the browser hands over any setting of a company. */
  managed: boolean;
}

/** Whether the first-run page is due. */
export function isWelcome({ reason, type, managed }: Installed): boolean {
  return reason === "install" && !managed && type !== "admin" && type !== "development";
}

/** Waits for the installation; call it before the first turn of the event loop ends. */
export function followInstall(): void {
  chrome.runtime.onInstalled.addListener(({ reason }) => void welcome(reason));
}

async function welcome(reason: string): Promise<void> {
  const { installType: type } = await chrome.management.getSelf(); // asks for no permission
  const values = await chrome.storage.managed.get(null).catch(() => ({})); // Firefox rejects where there is no policy
  if (isWelcome({ reason, type, managed: Object.keys(values).length > 0 }))
    await chrome.tabs.create({ url: chrome.runtime.getURL("pages/welcome.html") });
}
