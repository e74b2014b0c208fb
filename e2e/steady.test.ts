// What must hold however long a tab lives, in short: fast typing over findings loses nothing and moves no caret, and
// chats that were left leave nothing behind. No times are measured here; `make soak` and `make bench` do that.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { CDPSession, Page } from "puppeteer-core";
import { countTimers, scheduled } from "./bench/timers.ts";
import { drawn, underlined, verdictIs, withExtension } from "./bonton.ts";
import { compose, lexicalText, selectionOf } from "./whatsapp/driver.ts";
import { says } from "./words.ts";

/** 500 characters that are full of findings, and end in the middle of nothing. */
const PROSE = "Bonjour connard, RÉPONDEZ VITE !!! Mon IBAN est FR76 3000 6000 0112 3456 7890 189, ok ? "
  .repeat(6)
  .slice(0, 500);
const IBAN = /FR76[ 0-9]+189/g;

/** Chats to switch between, as their names. */
const CHATS = ["Karim Haddad", "Groupe Projet Atlas", "Inès Royer", "Camille Martin"];

/** Our elements on the page, and the ranges that are underlined. */
async function countDrawings(page: Page): Promise<number> {
  await drawn(page);
  return page.evaluate(() => {
    const root = document.querySelector("bonton-ui")?.shadowRoot;
    const ranges = Array.from(CSS.highlights.values()).reduce((sum, { size }) => sum + size, 0);
    return document.querySelectorAll("bonton-ui").length + (root?.querySelectorAll("*").length ?? 0) + ranges;
  });
}

withExtension(({ open, name }) => {
  // Firefox takes keys from automation far slower; fewer show the same.
  const text = name === "firefox" ? PROSE.slice(0, 200) : PROSE;

  test("500 characters typed at speed over findings: none lost, none moved, the caret at the end", async () => {
    const page = await open();
    await compose(page, "");
    // One call types all: the keys follow each other as fast as the browser takes them.
    await page.keyboard.type(text);
    assert.equal(await lexicalText(page), text);
    assert.deepEqual(await selectionOf(page), { anchor: text.length, focus: text.length });
    await verdictIs(page, "justify");
    assert.equal((await underlined(page)).justify?.length, text.match(IBAN)?.length);
    await page.evaluate(() => window.__replica.select(8));
    await page.keyboard.type("cher ");
    await verdictIs(page, "justify");
    assert.deepEqual(await selectionOf(page), { anchor: 13, focus: 13 });
    assert.equal(await lexicalText(page), `Bonjour cher ${text.slice(8)}`);
  });

  test("20 chats later nothing is left of those before", async () => {
    const page = await open();
    await compose(page, "Bonjour connard");
    await verdictIs(page, "warn");
    const before = await leftovers(page, name);
    for (let i = 0; i < 20; i++)
      await page.evaluate((chat) => window.__replica.switchChat(chat), CHATS[i % CHATS.length] ?? "");
    await verdictIs(page, "warn"); // Camille's draft is back
    const { listeners = 0, ...exact } = await leftovers(page, name);
    const { listeners: first = 0, ...wanted } = before;
    assert.deepEqual(exact, wanted);
    assert.ok(listeners - first < 20, `${first} listeners became ${listeners}`); // the page's own come and go by a few
    assert.deepEqual(await underlined(page), { warn: ["connard"] });
  });
});

withExtension(
  ({ open }) => {
    test("once the writer stops, nothing of ours is set to wake up", async () => {
      const page = await open();
      await countTimers(page);
      await compose(page, "Bonjour connard");
      await verdictIs(page, "warn");
      assert.ok((await scheduled(page)).length > 0, "what is scheduled is seen");
      await says(page, "remarque");
      assert.deepEqual(await scheduledAtRest(page), []);
    });
  },
  ["chrome"], // nobody is let into a content script's world in Firefox
);

/** What is scheduled in a second of nothing happening. The language program may answer late, and have the draft linted once
 *  more: what goes on by itself is still there after several seconds. */
async function scheduledAtRest(page: Page): Promise<string[]> {
  let found: string[] = [];
  for (let seconds = 0; seconds < 6; seconds++) {
    await scheduled(page);
    for (let frames = 0; frames < 60; frames++) await drawn(page);
    found = await scheduled(page);
    if (found.length === 0) break;
  }
  return found;
}

/** What stays in the tab: our elements and ranges; in Chromium also our observers (each guard has one) and all listeners,
 *  once rubbish is gone. */
async function leftovers(page: Page, name: string): Promise<Record<string, number>> {
  const drawings = await countDrawings(page);
  if (name === "firefox") return { drawings };
  const session = await page.createCDPSession();
  const observers = await countObservers(session);
  const { jsEventListeners: listeners } = await session.send("Memory.getDOMCounters");
  await session.detach();
  return { drawings, observers, listeners };
}

/** Mutation observers of the content script's world; asking for them collects the rubbish first. */
async function countObservers(session: CDPSession): Promise<number> {
  const worlds: number[] = [];
  session.on("Runtime.executionContextCreated", ({ context: { id, auxData } }) => {
    if (auxData?.type === "isolated") worlds.push(id);
  });
  await session.send("Runtime.enable");
  let count = 0;
  for (const contextId of worlds) {
    const { result } = await session.send("Runtime.evaluate", {
      contextId,
      expression: "MutationObserver.prototype",
    });
    const { objects } = await session.send("Runtime.queryObjects", {
      prototypeObjectId: result.objectId ?? "",
    });
    const length = {
      objectId: objects.objectId ?? "",
      functionDeclaration: "function () { return this.length }",
    };
    count += (await session.send("Runtime.callFunctionOn", { ...length, returnByValue: true })).result.value;
  }
  return count;
}
