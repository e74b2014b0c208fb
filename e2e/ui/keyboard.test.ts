// Everything by key, in real browsers: focus goes where it is needed and comes back, and the page hears nothing.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { KeyInput, Page } from "puppeteer-core";
import { eachBrowser } from "../each.ts";
import { advance, calls, find, focused, openGallery, selectDraft, selection } from "./stage.ts";

eachBrowser(({ browser }) => {
  test("chip, list, card and back, without a mouse", async () => {
    const page = await openGallery(browser(), { state: "chip-note" });
    const press = async (...keys: KeyInput[]) => {
      for (const key of keys) {
        await advance(page, 400);
        await page.keyboard.press(key);
      }
    };
    await selectDraft(page, 3, 3);
    await press("Tab", "Tab");
    assert.equal(await focused(page), "chip");
    await press("Enter");
    assert.equal(await shown(page, "list"), true);
    assert.equal(await focused(page), "chip");
    await press("Tab", "Tab");
    assert.equal(await focused(page), "open");
    await press(" ");
    assert.equal(await shown(page, "card"), true);
    assert.equal(await part(page), "card");
    await press("Escape");
    assert.equal(await part(page), "list");
    await press("Escape");
    assert.equal(await focused(page), "send", "where Tab came from");
    assert.deepEqual(await calls(page), ["toggleList()", "open(0)", "open(-1)", "close()"]);
  });

  test("the justify dialog takes the focus, a digit chooses, the focus returns", async () => {
    const page = await openGallery(browser(), { state: "chip-justify" });
    await selectDraft(page, 4, 9);
    await page.evaluate(() => window.gallery.show("hold-justify"));
    assert.equal(await focused(page), "hold");
    await page.keyboard.press("2");
    assert.deepEqual(await calls(page), []);
    await advance(page, 400);
    await page.keyboard.press("9");
    await page.keyboard.press("Enter");
    assert.deepEqual(await calls(page), []);
    await page.keyboard.press("2");
    assert.deepEqual(await calls(page), ["justify(own)"]);
    assert.equal(await focused(page), "draft");
    assert.deepEqual(await selection(page), [4, 9]);
  });

  test("a dialog that comes back shows the comment that would be kept", async () => {
    const page = await openGallery(browser(), { state: "hold-remark" });
    const written = () => page.$eval("bonton-ui >>> #remark", (field) => (field as HTMLInputElement).value);
    await (await find(page, "#remark")).type("oui ");
    await page.evaluate(() => window.gallery.show("hold-remark-written"));
    assert.equal(await written(), "oui ", "what is being written is left alone");
    await page.evaluate(() => window.gallery.show("hold-armed"));
    await page.evaluate(() => window.gallery.show("hold-remark-written"));
    assert.equal(await written(), "oui");
  });

  test("Esc leaves the dialog and gives the caret back", async () => {
    const page = await openGallery(browser(), { state: "chip-justify" });
    await selectDraft(page, 4, 4);
    await page.evaluate(() => window.gallery.show("hold-justify"));
    await advance(page, 400);
    await page.keyboard.press("Escape");
    assert.deepEqual(await calls(page), ["close()"]);
    assert.equal(await focused(page), "draft");
    assert.deepEqual(await selection(page), [4, 4]);
  });

  test("a key held down presses nothing", async () => {
    const page = await openGallery(browser(), { state: "hold-warn" });
    await advance(page, 400);
    await page.evaluate(() => window.gallery.ui.focus("hold"));
    await page.keyboard.down("Enter");
    const once = await calls(page);
    await page.evaluate(() => window.gallery.show("hold-block"));
    await page.evaluate(() => window.gallery.ui.focus("hold"));
    await advance(page, 400);
    await page.keyboard.down("Enter");
    await page.keyboard.up("Enter");
    assert.deepEqual(await calls(page), once);
  });

  test("the shortcut goes to the dialog itself, or to the first way on of another hold, not to its cross", async () => {
    const page = await openGallery(browser(), { state: "chip-warn" });
    const wanted = { "hold-justify": "hold", "hold-warn": "edit", "hold-block": "edit" };
    for (const [state, target] of Object.entries(wanted)) {
      await page.evaluate((name) => window.gallery.show(name), state);
      await page.evaluate(() => window.gallery.ui.focus("hold"));
      assert.equal(await focused(page), target, state);
    }
  });

  test("only the justify dialog takes the focus", async () => {
    const page = await openGallery(browser(), { state: "chip-warn" });
    await selectDraft(page, 2, 2);
    for (const state of [
      "hold-warn",
      "hold-block",
      "hold-checking",
      "hold-clean",
      "hold-unchecked",
      "card-note",
    ]) {
      await page.evaluate((name) => window.gallery.show(name), state);
      assert.equal(await focused(page), "draft", state);
    }
  });

  test("the reason that was asked for by key has the focus, so that it is read", async () => {
    const page = await openGallery(browser(), { state: "card-warn" });
    for (const state of ["card-warn", "hold-block", "hold-justify"]) {
      await page.evaluate((name) => window.gallery.show(name), state);
      await (await find(page, "[data-act=why]")).focus();
      await advance(page, 400);
      await page.keyboard.press("Enter");
      const read = await page.evaluate(
        () => document.querySelector("bonton-ui")?.shadowRoot?.activeElement?.className,
      );
      assert.equal(read, "why", state);
    }
  });

  test("keys pressed in our parts do not reach the page, others do", async () => {
    const page = await openGallery(browser(), { state: "list-findings" });
    await page.evaluate(() => {
      const heard: string[] = [];
      for (const type of ["keydown", "keyup"]) {
        window.addEventListener(type, (event) => heard.push(`${type} ${(event as KeyboardEvent).key}`), true);
      }
      Object.assign(window, { heard });
    });
    await page.evaluate(() => window.gallery.ui.focus("list"));
    await page.keyboard.press("k");
    await page.evaluate(() => document.getElementById("draft")?.focus());
    await page.keyboard.press("z");
    const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    assert.deepEqual(heard, ["keydown z", "keyup z"]);
  });
});

function shown(page: Page, name: string): Promise<boolean> {
  return page.evaluate((part) => {
    const root = document.querySelector("bonton-ui")?.shadowRoot;
    return root?.querySelector(`[data-part=${part}]:not([hidden])`) !== null;
  }, name);
}

/** The part that has the focus. */
function part(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const active = document.querySelector("bonton-ui")?.shadowRoot?.activeElement;
    return active?.closest<HTMLElement>("[data-part]")?.dataset.part;
  });
}
