// The content script: wires the page, the engine and the interface together. Runs once per WhatsApp tab, in the
// isolated world, from document_start, so that its listeners stand before any of the page's.
import { t } from "../strings.ts";
import { mountUI } from "../ui/mount.tsx";
import { actionsFor } from "./actions.ts";
import { keepingActions } from "./actions-kept.ts";
import { attach } from "./attach.ts";
import type { Composers } from "./composers.ts";
import { OpenChat } from "./conversation.ts";
import { Engine, isAlive, tabHosts } from "./engine.ts";
import { EnterModeMemory } from "./enter-mode.ts";
import type { GuardWorld } from "./guard-world.ts";
import { Host } from "./host.ts";
import { Keeping } from "./keeping.ts";
import { keptFor } from "./kept-for.ts";
import { pollForRules } from "./poll.ts";
import { answerProbe } from "./probe.ts";
import { Screen } from "./screen.ts";
import { wallClock } from "./time.ts";
import { chatName, surfaceOf } from "./whatsapp.ts";
import { keptKind } from "./whatsapp-chat.ts";
import { shownFiles } from "./whatsapp-files.ts";

const ending = new AbortController();
const enterMode = new EnterModeMemory(chrome.storage.local);

const keeping = new Keeping({
  storage: chrome.storage.local,
  ask: async (message) => chrome.runtime.sendMessage(message), // throws once the extension was updated under this tab
  today: () => new Date(),
  changed: () => {
    for (const guard of composers.all()) guard.reconsider();
  },
});
const kept = keptFor(keeping);
const host = new Host(() => {
  if (isAlive()) engine.frameRemoved();
  else end();
});
const engine: Engine = new Engine(
  tabHosts(() => host.root),
  { state: onEngine, rules: onRules },
);
const ui = mountUI(host.root, {
  ...actionsFor(() => screen, engine, kept.locale),
  ...keepingActions(() => screen, keeping, kept.locale),
});
const screen: Screen = new Screen(ui, engine, kept, () => enterMode.mode === "unknown");

const openChat = new OpenChat(() => composers.lookSoon());

const world: Omit<GuardWorld, "updated"> = {
  engineReady: () => engine.state === "ready",
  lint: (draft) => engine.lint(draft),
  language: (text) => engine.language(text),
  chatName,
  chatMark: keptKind,
  chat: (surface) => openChat.chat(surface),
  thread: (surface) => openChat.thread(surface),
  surface: surfaceOf,
  files: shownFiles,
  sayOfFile: (name, message) => t(kept.locale(), "file_finding", name, message),
  askOfFile: (name, chat) =>
    keeping.settings.askFileChat ? t(kept.locale(), "file_meant", name, chat) : undefined,
  now: wallClock(),
  clock: () => performance.now(),
  ...kept,
};

const composers: Composers = attach(
  { host, screen, enterMode, world, underlines: () => keeping.settings.underlines },
  ending.signal,
);
answerProbe({ engine, enterMode });
engine.start();
pollForRules(ending.signal);

// Nobody tells a tab that the extension was updated under it: looked for when its user comes back to it, and said.
for (const event of ["visibilitychange", "focusin", "pointerdown"]) {
  document.addEventListener(event, () => isAlive() || screen.update(), {
    capture: true,
    signal: ending.signal,
  });
}

/** The engine started, failed or came back: drafts are checked anew, or holds say that nobody checks. */
function onEngine(): void {
  for (const guard of composers.all()) engine.state === "ready" ? guard.recheck() : guard.engineChanged();
  screen.update();
}

function onRules(): void {
  for (const guard of composers.all()) guard.renew();
}

/** The extension was updated or removed under this tab: this script steps aside and leaves the page as it was. */
function end(): void {
  ending.abort();
  engine.stop();
  keeping.dispose();
  openChat.dispose();
  screen.dispose();
  host.dispose();
}
