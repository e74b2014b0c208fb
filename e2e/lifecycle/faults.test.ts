// What goes wrong around the checking: storage that cannot be read or is full, two tabs at once, no network, a clock that
// jumps. Nothing is lost, drafts are held all the same, and the chip says what is so.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import {
  chipSays,
  clickPart,
  held,
  notHeld,
  part,
  readable,
  underlined,
  verdictIs,
  withExtension,
} from "../bonton.ts";
import { type BrowserName, type Launch, testedIn } from "../browsers.ts";
import { clickIn, openOwnPage, ownOrigin, stored, storedOnce } from "../own-pages.ts";
import { until } from "../until.ts";
import { compose, lexicalText, press, waitForSends } from "../whatsapp/driver.ts";
import { serveReplica } from "../whatsapp/serve.ts";
import { failureShown, restOn, says } from "../words.ts";

const RUDE = "Bonjour connard";
const CHAT = "0123456789abcdef0123456789abcdef";
const OLD_CHAT = "fedcba9876543210fedcba9876543210";

/** What takes the network away from a browser; the replica needs none. */
const NO_NETWORK: Record<BrowserName, Launch> = {
  chrome: { args: ["--host-resolver-rules=MAP * ~NOTFOUND"] },
  firefox: {
    prefs: { "network.proxy.type": 1, "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": 9 },
  },
};

function put(options: Page, values: object): Promise<void> {
  return options.evaluate((all) => chrome.storage.local.set(all), values);
}

/** The day so many days from now. */
function day(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

async function optionsOf(page: Page): Promise<Page> {
  const options = await openOwnPage(page.browser(), "options", await ownOrigin(page));
  await options.evaluate(() => chrome.storage.local.clear());
  await page.bringToFront();
  return options;
}

/** Waits until the chip's name has these words, or has them no more. */
async function chipIsNamed(page: Page, words: string, has = true): Promise<void> {
  await until(
    page,
    (wanted, there) => {
      const chip = document.querySelector("bonton-ui")?.shadowRoot?.querySelector("[data-part=chip]");
      return chip && chip.getAttribute("aria-label")?.includes(wanted) === there;
    },
    words,
    has,
  );
}

/** Opens the card of a word by resting on it; from elsewhere, so that the pointer moves. */
async function openCard(page: Page, word: string): Promise<void> {
  await page.mouse.move(2, 2);
  await restOn(page, word);
  await part(page, "[data-part=card]");
}

async function isHeldAndKept(page: Page, text: string): Promise<void> {
  await press(page, "Enter");
  await held(page, "warn");
  assert.equal(await lexicalText(page), text);
  await press(page, "Escape");
  await notHeld(page);
}

/** Fills what is left of the extension's storage, with what cannot be packed any closer. */
async function fillStorage(options: Page): Promise<void> {
  await options.evaluate(async () => {
    const noise = (size: number) => {
      const bytes = new Uint8Array(size);
      for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
      return Array.from(bytes, (byte) => String.fromCharCode(33 + (byte % 90))).join("");
    };
    for (let size = 4 << 20, n = 0; size >= 8; )
      await chrome.storage.local.set({ [`filler${n}`]: noise(size) }).then(
        () => n++,
        () => {
          size >>= 1;
        },
      );
  });
}

async function emptyStorage(options: Page): Promise<void> {
  await options.evaluate(async () => {
    const all = Object.keys(await chrome.storage.local.get(null));
    await chrome.storage.local.remove(all.filter((key) => key.startsWith("filler")));
  });
}

withExtension(({ load: open, browser }) => {
  test("storage that cannot be read: the chip says so, every part is named, erasing mends it", async () => {
    const page = await open();
    await compose(page, RUDE);
    const options = await optionsOf(page);
    await put(options, { ignored: "broken", chats: 7, record: [{}], choices: [], policy: 3, rules: "x" });
    await chipIsNamed(page, "illisibles");
    await verdictIs(page, "warn");
    await isHeldAndKept(page, RUDE);
    await options.bringToFront();
    for (const place of ["settings", "ignored", "chats"])
      await options.waitForSelector(`#${place}_title .bad`);
    await clickIn(options, "[data-act=erase-all]");
    await until(
      options,
      () => !document.querySelector("#chats_title .bad, #ignored_title .bad, #settings_title .bad"),
    );
    await page.bringToFront();
    await chipIsNamed(page, "illisibles", false);
    await verdictIs(page, "warn");
    await options.close();
  });

  test("two tabs: each holds its own draft, and neither undoes what the other keeps", async () => {
    const page = await open();
    const options = await optionsOf(page);
    const other = await browser().newPage();
    other.setDefaultTimeout(15_000);
    await serveReplica(other, { chat: "Groupe Projet Atlas" });
    await chipSays(other, "ready");
    for (const [tab, audience] of [
      [page, "partner"],
      [other, "colleague"],
    ] as const) {
      await tab.bringToFront();
      await compose(tab, RUDE);
      await verdictIs(tab, "warn");
      await clickPart(tab, "[data-part=chip]");
      await clickPart(tab, `[data-act=mark][data-id=${audience}]`);
      await part(tab, `[data-act=mark][data-id=${audience}][aria-pressed=true]`);
      await press(tab, "Escape");
    }
    const { chats } = (await storedOnce(
      options,
      "chats",
      (notes: object | undefined) => Object.keys(notes ?? {}).length === 2,
    )) as { chats: Record<string, { mark: string }> };
    assert.deepEqual(
      Object.values(chats)
        .map(({ mark }) => mark)
        .sort(),
      ["colleague", "partner"],
    );
    assert.deepEqual(
      Object.keys(chats).filter((id) => !/^[0-9a-f]{32}$/.test(id)),
      [],
    );
    await options.close();
    await other.bringToFront();
    await press(other, "Enter");
    await held(other, "warn");
    await page.bringToFront();
    await notHeld(page);
    await press(page, "Enter");
    await held(page, "warn");
    await readable(page);
    await press(page, "Enter");
    assert.deepEqual(
      (await waitForSends(page, 1)).map(({ text }) => text),
      [RUDE],
    );
    await other.bringToFront();
    assert.deepEqual(await other.evaluate(() => window.__sends), []);
    await other.close();
  });

  test("a clock that was set back or ahead: no endless pause, and only chats unused for 90 days are forgotten", async () => {
    const page = await open();
    const options = await optionsOf(page);
    const line = { bundle: "1.0", rule: "tone/insult-fr", action: "warn", outcome: "edited", count: 1 };
    await put(options, {
      choices: { pausedUntil: Date.now() + 300 * 86_400_000 },
      chats: {
        [CHAT]: { since: day(200), used: day(300), mark: "partner" },
        [OLD_CHAT]: { since: day(-200), used: day(-91), mark: "personal" },
      },
      record: [
        { ...line, day: day(300) },
        { ...line, day: day(-29) },
        { ...line, day: day(-31) },
      ],
    });
    await page.bringToFront();
    await compose(page, RUDE);
    await verdictIs(page, "warn"); // neither paused nor off
    await isHeldAndKept(page, RUDE); // a change, with which what is old goes
    await options.bringToFront();
    await until(options, (id) => !document.querySelector(`[data-chat='${id}']`), OLD_CHAT);
    const kept = (await stored(options)) as { chats: object; record: { day: string }[] };
    assert.deepEqual(Object.keys(kept.chats), [CHAT]);
    assert.deepEqual(
      kept.record.map((each) => each.day),
      [day(300), day(-29), day(0)],
    );
    await options.close();
  });
});

// Firefox keeps what an extension gives it until the disk is full, or until the limit that dom.quotaManager.temporaryStorage.fixedLimit sets
// for all. With 32,768 kilobytes this passes there on an idle machine; on a busy one the write that should fail did not.
withExtension(
  ({ load: open }) => {
    test("storage that is full: what was asked for is taken back and said, what was kept stays", async () => {
      const page = await open();
      const options = await optionsOf(page);
      await put(options, { chats: { [CHAT]: { since: day(0), used: day(0), mark: "partner" } } });
      await fillStorage(options);
      await page.bringToFront();
      await compose(page, "bjr");
      await verdictIs(page, "note");
      await openCard(page, "bjr");
      await clickPart(page, "[data-part=card] [data-act=ignore-always]");
      await says(page, "n’a pas");
      await failureShown(page, "n’a pas");
      await chipIsNamed(page, "n’a pas pu être enregistrée");
      await verdictIs(page, "note");
      assert.deepEqual(await underlined(page), { note: ["bjr"] });
      const kept = await stored(options);
      assert.equal((kept.chats as Record<string, { mark: string }>)[CHAT]?.mark, "partner");
      assert.equal(kept.ignored, undefined);
      await page.keyboard.type(" connard");
      await verdictIs(page, "warn");
      await isHeldAndKept(page, "bjr connard");
      await options.bringToFront();
      await clickIn(options, "[name=underlines]");
      await until(
        options,
        () => document.querySelector(".unkept")?.textContent?.includes("n’a pas pu") === true,
      );
      assert.equal(
        await options.$eval("[name=underlines]", (box) => (box as HTMLInputElement).checked),
        true,
      );

      await emptyStorage(options);
      await page.bringToFront();
      await openCard(page, "bjr");
      await clickPart(page, "[data-part=card] [data-act=ignore-always]");
      await chipIsNamed(page, "n’a pas pu", false);
      assert.deepEqual(Object.keys(((await stored(options)).ignored ?? {}) as object), ["register/sms-fr"]);
      await options.close();
    });
  },
  ["chrome"],
  { alone: true },
);

for (const name of testedIn)
  withExtension(
    ({ load: open }) => {
      test("without a network, and with a server that should be asked: drafts are checked and held", async () => {
        const page = await open();
        const options = await optionsOf(page);
        await put(options, { policy: { seen: day(0), values: { updateUrl: "https://rules.example/" } } });
        await options.evaluate(() => chrome.runtime.sendMessage({ kind: "poll", now: true }));
        await page.bringToFront();
        await compose(page, RUDE);
        await verdictIs(page, "warn");
        await isHeldAndKept(page, RUDE);
        await chipSays(page, "ready");
        const { bundle } = (await stored(options)) as { bundle?: { problem?: { class: string } } };
        assert.equal(bundle?.problem?.class, "unavailable");
        await options.close();
      });
    },
    [name],
    NO_NETWORK[name],
  );
