// Real keys by the DevTools protocol, without puppeteer's waiting for answers: pacing is the caller's.
import type { CDPSession } from "puppeteer-core";

const codes: Record<string, { code: string; windowsVirtualKeyCode: number; text?: string }> = {
  Enter: { code: "Enter", windowsVirtualKeyCode: 13, text: "\r" },
  Backspace: { code: "Backspace", windowsVirtualKeyCode: 8 },
};

/** Presses and lets go of a key: a name or one letter. */
export async function key(session: CDPSession, name: string): Promise<void> {
  const known = codes[name] ?? {
    code: `Key${name.toUpperCase()}`,
    windowsVirtualKeyCode: name.toUpperCase().charCodeAt(0),
    text: name,
  };
  await Promise.all([
    session.send("Input.dispatchKeyEvent", { type: "keyDown", key: name, ...known }),
    session.send("Input.dispatchKeyEvent", { type: "keyUp", key: name, ...known, text: "" }),
  ]);
}

/** Waits. Benches pace keys by the clock; tests never do. */
export function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, Math.max(0, ms)));
}
