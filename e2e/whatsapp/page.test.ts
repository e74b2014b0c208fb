import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { until } from "../until.ts";
import { COMPOSER, compose, domText, press, sentTexts, waitForSends } from "./driver.ts";
import { eachBrowser } from "./each.ts";
import { type CspVariant, defaults, type Locale, optionsOf, replicaURL } from "./options.ts";
import { listen, respond } from "./serve.ts";

const placeholders: Record<Locale, string> = {
  en: "Type a message",
  fr: "Entrez un message",
  es: "Escribe un mensaje",
  "pt-BR": "Digite uma mensagem",
  he: "הקלדת הודעה",
  ar: "اكتب رسالة",
  zh: "输入消息",
};

const csps: CspVariant[] = ["2026-10-05", "no-wasm", "trusted-types", "style-self", "none"];

/** Own or other by the bubble's gaps to the panel's edges, mirrored in a right-to-left panel [ALS]. */
function directions(page: Page): Promise<string[]> {
  return page.$$eval('#main [role="row"] [data-id]', (all) =>
    all.map((row) => {
      const bubble = row.firstElementChild?.getBoundingClientRect();
      const edges = row.getBoundingClientRect();
      if (!bubble) return "none";
      const right = edges.right - bubble.right < bubble.left - edges.left;
      return right === (getComputedStyle(row).direction === "ltr") ? "me" : "them";
    }),
  );
}

eachBrowser(({ open, load }) => {
  for (const [locale, placeholder] of Object.entries(placeholders) as [Locale, string][]) {
    test(`the page speaks ${locale}`, async () => {
      const page = await open({ locale });
      const got = await page.$eval(COMPOSER, (root) => ({
        placeholder: root.getAttribute("aria-placeholder"),
        label: root.getAttribute("aria-label"),
        tab: root.getAttribute("data-tab"),
        tabindex: root.getAttribute("tabindex"),
        owns: root.getAttribute("aria-owns"),
        lexical: root.getAttribute("data-lexical-editor"),
        dir: getComputedStyle(root).direction,
      }));
      assert.ok(got.label?.includes("Camille Martin"));
      assert.deepEqual(
        { ...got, label: "" },
        {
          placeholder,
          label: "",
          tab: "10",
          tabindex: "10",
          owns: "emoji-suggestion",
          lexical: "true",
          dir: locale === "he" || locale === "ar" ? "rtl" : "ltr",
        },
      );
      const own = await directions(page);
      assert.deepEqual(own.slice(0, 4), ["me", "them", "me", "me"]);
    });
  }

  for (const csp of csps) {
    test(`the page works under the policy "${csp}"`, async () => {
      const page = await open({ csp });
      await compose(page, "ligne\n🎉");
      assert.equal(await domText(page), "ligne\n🎉");
      await page.evaluate(() => window.__replica.openCaption());
      await until(page, () => document.activeElement === window.__replica.root("caption"));
      await press(page, "Enter");
      assert.deepEqual((await waitForSends(page, 1))[0]?.text, "ligne\n🎉");
      const display = await page.$eval("#main", (main) => getComputedStyle(main).display);
      assert.equal(display, "flex");
      const wasm = await page.evaluate(() =>
        WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(
          () => true,
          () => false,
        ),
      );
      assert.equal(wasm, !["no-wasm", "trusted-types"].includes(csp));
    });
  }

  test("rows, generation 1: prefixed ids and message-in/out", async () => {
    const page = await open({ rows: 1, icons: "data-icon" });
    assert.ok(await page.$('.message-out[data-id^="true_33"][data-id*="@c.us_3EB0"]'));
    assert.ok(await page.$('.message-in[data-id^="false_"] [data-icon="tail-in"]'));
    assert.equal(await page.$('[data-testid="msg-container"]'), null);
  });

  test("rows, generation 2: bare ids and message-in/out", async () => {
    const page = await open({ rows: 2 });
    assert.ok(await page.$('.message-out[data-id^="3EB0"]'));
    assert.equal(await page.$('[data-id*="@"]'), null);
  });

  test("rows, generation 3: bare ids, testids, direction by geometry only", async () => {
    const page = await open({ locale: "en" });
    assert.equal(await page.$("[class*=message-]"), null);
    assert.equal(await page.$('[data-id*="@"]'), null);
    assert.ok(
      await page.$(
        '[data-testid="conversation-panel-messages"] [role="row"] [data-testid^="conv-msg-3EB0"] [data-testid="msg-container"] [data-testid="msg-meta"]',
      ),
    );
    assert.ok(await page.$('[data-testid="msg-container"] img[data-testid="selectable-text"][alt="🎉"]'));
    assert.ok(await page.$('[role="row"][aria-label="You:"]'));
    const quoted = await page.$eval('[data-testid="quoted-message"]', (quote) =>
      [...(quote.closest("[data-id]")?.querySelectorAll("[data-pre-plain-text]") ?? [])].map((one) =>
        one.getAttribute("data-pre-plain-text"),
      ),
    );
    assert.match(quoted[0] ?? "", /^\[\d+:\d\d [AP]M, \d+\/\d+\/\d{4}\] Camille Martin: $/);
    assert.match(quoted[1] ?? "", / Léa Fontaine: $/);
    const media = await page.$eval(
      '[data-testid="image-thumb"]',
      (one) => one.closest("[data-id]")?.querySelector("[data-pre-plain-text]") ?? null,
    );
    assert.equal(media, null);
  });

  test("a received message is drawn, and the scroll-to-bottom button brings it into view", async () => {
    const page = await open({ locale: "en" });
    await page.$eval('[data-testid="conversation-panel-messages"]', (list) =>
      list.scrollTo({ top: 0, behavior: "instant" }),
    );
    const button = await page.waitForSelector('[aria-label="Scroll to bottom"]', { visible: true });
    await button?.click();
    await page.waitForSelector('[aria-label="Scroll to bottom"]', { hidden: true });
    await page.evaluate(() => window.__replica.receive("Bien reçu"));
    const last = await page.$$eval('[data-testid="selectable-text"]', (all) => all.at(-1)?.textContent);
    assert.equal(last, "Bien reçu");
  });

  test("the composer grows to eight lines, then scrolls", async () => {
    const page = await open();
    const size = () => page.$eval(COMPOSER, (root) => [root.clientHeight, root.scrollHeight] as const);
    const [line] = await size();
    await page.evaluate(() => window.__replica.setText("x\n".repeat(11)));
    const [height, inner] = await size();
    assert.equal(height, 8 * line);
    assert.equal(inner, 12 * line);
  });

  test("class names change with every load, unless seeded", async () => {
    const classes = async (seed: string) => (await load({ seed })).$eval("#main", (main) => main.className);
    assert.notEqual(await classes(""), await classes(""));
    assert.equal(await classes("un"), await classes("un"));
  });

  test("without testids nothing carries one", async () => {
    const page = await open({ testids: false });
    await compose(page, "a");
    assert.equal(await page.$("[data-testid]"), null);
  });

  test("older pages: search editor, wrapper, title, computed direction, transform", async () => {
    const page = await open({
      search: "contenteditable",
      richTextWrapper: true,
      composerLabel: "title",
      paragraphDir: "computed",
      transformed: true,
    });
    assert.ok(await page.$('#side [contenteditable][data-tab="3"][role="textbox"]'));
    assert.ok(await page.$('.lexical-rich-text-input [title="Entrez un message"]:not([aria-label])'));
    await compose(page, "oui\nשלום");
    await until(page, () => {
      const lines = [...window.__replica.root().children] as HTMLElement[];
      return lines.map((line) => line.dir).join() === "ltr,rtl";
    });
    await press(page, "Enter");
    assert.deepEqual(await sentTexts(page), ["oui\nשלום"]);
  });

  test("dark is a class on body", async () => {
    const page = await open({ theme: "dark" });
    const dark = () => page.$eval("body", (body) => body.classList.contains("dark"));
    assert.equal(await dark(), true);
    await page.evaluate(() => window.__replica.setTheme("light"));
    assert.equal(await dark(), false);
  });

  test("the replica also opens over plain http", async () => {
    const { server, origin } = await listen();
    const page = await open();
    await page.goto(replicaURL({ chat: "Karim Haddad" }, origin));
    await page.waitForSelector(COMPOSER);
    assert.equal(new URL(page.url()).origin, origin);
    server.close();
    server.closeAllConnections();
  });
});

test("options travel in the address", () => {
  assert.deepEqual(optionsOf(new URL(replicaURL())), defaults);
  const options = optionsOf(new URL(`${replicaURL({ locale: "he", caption: { tab: "6" } })}&text=salut`));
  assert.deepEqual(
    [options.locale, options.caption.tab, options.caption.send, options.initialText],
    ["he", "6", "count", "salut"],
  );
});

test("respond answers the page and its own files only", () => {
  assert.match(
    respond("https://web.whatsapp.com/")?.headers["content-security-policy"] ?? "",
    /'wasm-unsafe-eval'/,
  );
  assert.equal(respond("https://web.whatsapp.com/replica/emoji/1f600.svg")?.status, 200);
  assert.equal(respond("https://web.whatsapp.com/sw.js"), undefined);
});
