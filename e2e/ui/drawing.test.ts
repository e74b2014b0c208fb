// What is drawn, in a real browser: a hostile reason, the live region, the findings' marks, and nothing left behind.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { eachBrowser } from "../each.ts";
import { advance, calls, click, find, openGallery } from "./stage.ts";

const hostile = `
<p onclick="alert(1)" style="position:fixed">One <b>two</b> <strong>three</strong><script>alert(2)</script></p>
<img src="x" onerror="alert(3)"><style>p{display:none}</style><svg><a href="https://example.org">four</a></svg>
<a href="javascript:alert(4)">five</a> <a href="http://example.org">six</a> <a href="//example.org">seven</a>
<a href="https://example.org/a?b=1&amp;c=2" target="_top" onclick="alert(5)">eight</a><iframe src="https://example.org"></iframe>
<ul><li>nine<br>ten</li></ul><code>&lt;b&gt;</code>`;

eachBrowser(
  ({ browser }) => {
    test("a reason is rebuilt from the allowed elements alone", async () => {
      const page = await openGallery(browser(), { state: "card-why" });
      await page.evaluate((why) => {
        const anchor = { left: 0, top: 300, right: 10, bottom: 320 };
        window.gallery.show("card-why", { card: { finding: 0, anchor, why } });
      }, hostile);
      const drawn = await (await find(page, ".why")).evaluate((why) =>
        why.innerHTML.replace(/\s*\n\s*/g, " ").trim(),
      );
      assert.equal(
        drawn,
        "<p>One two <strong>three</strong></p> five six seven " +
          '<a href="https://example.org/a?b=1&amp;c=2" target="_blank" rel="noopener noreferrer">eight</a> ' +
          "<ul><li>nine<br>ten</li></ul><code>&lt;b&gt;</code>",
      );
    });

    test("there is one live region, it stays, and it says what changed", async () => {
      const page = await openGallery(browser(), { state: "chip-ready" });
      const regions = async () =>
        (await ours(page, "[role=status], [role=alert], [aria-live]")).map(({ text }) => text);
      assert.deepEqual(await regions(), [""]);
      const kept = await find(page, "[role=status]");
      await page.evaluate(() => window.gallery.show("hold-warn", { announcement: "Message retenu" }));
      assert.deepEqual(await regions(), ["Message retenu"]);
      assert.equal(await kept.evaluate((region) => region.isConnected), true);
    });

    test("a view that looks the same changes nothing on the page; the draft's words count beside a fix alone", async () => {
      const page = await openGallery(browser(), { state: "chip-note" });
      const changes = (state: string, text: string) =>
        page.evaluate(
          (name, words) => {
            const watch = new MutationObserver(() => undefined);
            const root = document.querySelector("bonton-ui")?.shadowRoot as ShadowRoot;
            window.gallery.show(name);
            watch.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
            window.gallery.show(name, { text: words });
            return watch.takeRecords().length;
          },
          state,
          text,
        );
      assert.equal(await changes("chip-note", "Autre chose"), 0);
      assert.ok((await changes("card-note", "Autre chose")) > 0);
    });

    test("each finding is marked with its rule and range, also while the list is closed", async () => {
      const page = await openGallery(browser(), { state: "chip-note" });
      const marks = (await ours(page, "[data-rule]")).map(({ data }) => [data.rule, data.start, data.end]);
      assert.deepEqual(marks, [
        ["familiar/abbreviation", "0", "3"],
        ["style/capitals", "23", "31"],
        ["confidential/payment-card", "56", "75"],
        ["complaint/blame", "77", "98"],
      ]);
    });

    test("each action offers its own ways on, and no more", async () => {
      const page = await openGallery(browser(), { state: "hold-warn" });
      const acts = async (state: string) => {
        await page.evaluate((name) => window.gallery.show(name), state);
        return [...new Set((await ours(page, "[data-part=hold] [data-act]")).map(({ data }) => data.act))];
      };
      assert.deepEqual(await acts("hold-warn"), ["close", "fix", "edit", "send-anyway", "why"]);
      assert.deepEqual(await acts("hold-justify"), ["close", "fix", "justify", "edit", "why"]);
      assert.deepEqual(await acts("hold-block"), ["close", "fix", "edit", "why", "report"]);
      assert.deepEqual(await acts("hold-unchecked"), ["close", "edit", "send-anyway"]);
      for (const state of ["hold-checking", "hold-clean", "hold-armed"])
        assert.deepEqual(await acts(state), ["close"]);
    });

    test("a hint can be switched off, what is held for a reason cannot", async () => {
      const page = await openGallery(browser(), { state: "card-note" });
      const offered = async (state: string) => {
        await page.evaluate((name) => window.gallery.show(name), state);
        return (await ours(page, "[data-act^=ignore]")).map(({ data }) => data.act);
      };
      for (const state of ["card-note", "card-warn"]) {
        assert.deepEqual(await offered(state), ["ignore-once", "ignore-chat", "ignore-always"], state);
      }
      for (const state of ["card-justify", "card-block"]) assert.deepEqual(await offered(state), [], state);
    });

    test("every button asks for what it says", async () => {
      const page = await openGallery(browser(), { state: "hold-block" });
      const steps: [state: string, selector: string, call: string][] = [
        ["hold-block", "[data-part=hold] [data-act=fix]", "fix(2, 0)"],
        ["hold-block", "[data-act=edit]", "edit(2)"],
        ["hold-block", "[data-part=hold] [data-act=report]", "report(2)"],
        ["hold-block", "[data-part=hold] [data-act=why]", "why(2)"],
        ["hold-justify", "[data-act=justify][data-id=own]", "justify(own)"],
        ["hold-warn", "[data-part=hold] [data-act=close]", "close()"],
        ["card-warn", "[data-act=fix]:nth-child(2)", "fix(3, 1)"],
        ["card-note", "[data-act=ignore-chat]", "ignore(0, chat)"],
        ["card-warn", "[data-act=previous]", "open(2)"],
        ["card-warn", "[data-part=card] [data-act=close]", "open(-1)"],
        ["list-findings", "[data-rule='style/capitals']", "open(1)"],
        ["chip-ready", "[data-part=chip]", "toggleList()"],
      ];
      for (const [state, selector, call] of steps) {
        await page.evaluate((name) => window.gallery.show(name), state);
        await advance(page, 400);
        await click(page, selector);
        assert.equal((await calls(page)).at(-1), call, `${state} ${selector}`);
      }
    });

    test("dispose leaves nothing and hears nothing", async () => {
      const page = await openGallery(browser(), { state: "hold-justify" });
      await advance(page, 400);
      await page.evaluate(() => window.gallery.ui.dispose());
      assert.equal(
        await page.evaluate(() => document.querySelector("bonton-ui")?.shadowRoot?.childNodes.length),
        0,
      );
      await page.keyboard.press("1");
      assert.deepEqual(await calls(page), []);
    });
  },
  ["chrome"],
);

/** The text and `data-` attributes of all elements of ours that match. */
function ours(
  page: Page,
  selector: string,
): Promise<{ text: string | null; data: Record<string, string> }[]> {
  return page.evaluate((wanted) => {
    const root = document.querySelector("bonton-ui")?.shadowRoot as ShadowRoot;
    const all = [...root.querySelectorAll<HTMLElement>(wanted)];
    return all.map(({ textContent, dataset }) => ({
      text: textContent,
      data: { ...dataset } as Record<string, string>,
    }));
  }, selector);
}
