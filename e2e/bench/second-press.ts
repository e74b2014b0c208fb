// How often Enter comes before the report does. Real keys at 15 a second: the last letter of a clean draft, and Enter
// as the very next key. A send that is held as "still checking" needs a second press.
// Each page is left alone for a second first, as by somebody who has to choose a chat and to think of a word: before, all
// is still cold, the page's own code too. The start of each draft is inserted whole one key's time earlier. Where there are
// cores for it, two browsers work at once to keep the run short. The pace is taken from the events' own time stamps and printed.
import { cpus } from "node:os";
import type { Browser, CDPSession, Page } from "puppeteer-core";
import { COMPOSER } from "../whatsapp/driver.ts";
import { key, pause } from "./keys.ts";
import { figure, heading, series, type Target } from "./print.ts";
import { samples } from "./scale.ts";
import { browser, replica } from "./stand.ts";

const SENDS = 3_000;

/** A browser keeps two cores busy; one that must wait for another's says nothing of its own speed. */
const BROWSERS = cpus().length >= 4 ? 2 : 1;

/** Between two keys, in milliseconds. */
const KEY_MS = 1_000 / 15;

/** From the focus in the composer to the first letter, in milliseconds. */
const FIRST_WORD_MS = 1_000;

/** A letter that the page gets so late was kept by the browser, and Enter waits right behind it. In milliseconds. */
const KEPT_MS = 30;

/** Sends per loaded page: the chat grows with each. */
const TURN = 100;

/** How long the page may take to send before the draft counts as held, in milliseconds. */
const SENT_MS = 35;

/** A held draft goes with a press that is no reflex any more, in milliseconds (the hold says 400). */
const AGAIN_MS = 500;

const starts = [
  "Bonjour, votre colis part demai",
  "C'est noté, merci et à bientô",
  "Le devis est signé, parfai",
  "Oui, jeudi à 14 h me convien",
];
const ends = ["n", "t", "t", "t"];

interface Found {
  /** Sends that needed a second press. */
  again: number;
  /** Those of them whose last letter came late to the page. */
  kept: number;
  pace: number[];
}

export async function secondPress(): Promise<Target[]> {
  heading("Enter as the very next key at 15 keys a second");
  const wanted = samples(SENDS);
  const open = await Promise.all(Array.from({ length: BROWSERS }, () => browser("ours")));
  try {
    const found = await Promise.all(open.map((each) => run(each, Math.ceil(wanted / BROWSERS))));
    const again = found.reduce((sum, each) => sum + each.again, 0);
    const kept = found.reduce((sum, each) => sum + each.kept, 0);
    const pace = found.flatMap((each) => each.pace);
    series(
      "last letter → Enter, ms, where one press was enough",
      pace.filter((ms) => ms < AGAIN_MS),
    );
    figure("sends that needed a second press", `${again} of ${pace.length}`);
    figure(`of them, last letter kept ${KEPT_MS} ms by the browser`, `${kept}`);
    return [
      {
        name: "second presses per 1,000 clean sends",
        got: (again * 1_000) / pace.length,
        limit: 1,
        unit: "",
      },
    ];
  } finally {
    await Promise.all(open.map((each) => each.close()));
  }
}

async function run(on: Browser, count: number): Promise<Found> {
  const found: Found = { again: 0, kept: 0, pace: [] };
  while (found.pace.length < count) {
    const page = await replica(on, "ours");
    const turn = await sendSome(page, Math.min(TURN, count - found.pace.length));
    found.again += turn.again;
    found.kept += turn.kept;
    found.pace.push(...turn.pace);
  }
  return found;
}

declare global {
  interface Window {
    pressed: { key: string; at: number; late: number }[];
  }
}

async function sendSome(page: Page, count: number): Promise<Found> {
  const session = await page.createCDPSession();
  await page.evaluate(() => {
    window.pressed = [];
    window.addEventListener(
      "keydown",
      ({ key, timeStamp }) =>
        window.pressed.push({ key, at: timeStamp, late: performance.now() - timeStamp }),
      true,
    );
  });
  await page.focus(COMPOSER);
  await pause(FIRST_WORD_MS);
  const held: number[] = [];
  for (let i = 0; i < count; i++) if (!(await sendOne(page, session, i))) held.push(i);
  await session.detach();
  const letters = await lettersOf(page);
  const kept = held.filter((i) => (letters[i]?.late ?? 0) >= KEPT_MS).length;
  return { again: held.length, kept, pace: letters.map(({ pace }) => pace) };
}

/** Types and sends one draft; answers whether the first press sent it. */
async function sendOne(page: Page, session: CDPSession, index: number): Promise<boolean> {
  const which = index % starts.length;
  const begun = performance.now();
  void session.send("Input.insertText", { text: starts[which] ?? "" });
  await pause(KEY_MS);
  void key(session, ends[which] ?? "t");
  await pause(begun + 2 * KEY_MS - performance.now());
  await key(session, "Enter");
  await pause(SENT_MS);
  if (await sent(page, index)) return true;
  await pause(AGAIN_MS);
  if (await sent(page, index))
    throw new Error("the page was too slow to send; this says nothing of the extension");
  await key(session, "Enter");
  await page.waitForFunction((count) => window.__sends.length > count, {}, index);
  return false;
}

function sent(page: Page, before: number): Promise<boolean> {
  return page.evaluate((count) => window.__sends.length > count, before);
}

/** Of each last letter how late it came to the page, and the time until the Enter after it that the page saw: of a held send
 *  that is the second. In milliseconds. */
function lettersOf(page: Page): Promise<{ late: number; pace: number }[]> {
  return page.evaluate(() =>
    window.pressed.flatMap(({ key, at, late }, index) => {
      const next = window.pressed[index + 1];
      return key.length === 1 && next?.key === "Enter" ? [{ late, pace: next.at - at }] : [];
    }),
  );
}
