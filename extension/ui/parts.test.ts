import assert from "node:assert/strict";
import { test } from "node:test";
import type { Finding } from "../../wasm/linter/engine.d.ts";
import { identityOf, isDialog, panelOf, pictureOf } from "./parts.ts";
import type { HoldView, View } from "./view.ts";

const finding: Finding = {
  rule: "tone/blame",
  category: "tone",
  action: "warn",
  start: 0,
  end: 3,
  message: "",
  confidence: 5,
  fixes: [],
};
const chip = { state: "ready", verdict: "warn", left: 0, top: 0 } as const;
const anchor = { left: 0, top: 0, right: 0, bottom: 0 };
const hold: HoldView = { phase: "held", action: "justify", finding: 0, enterUnknown: false, reasons: [] };

function view(changes: Partial<View> = {}): View {
  return {
    locale: "fr",
    theme: "light",
    dir: "ltr",
    findings: [finding],
    list: true,
    announcement: "",
    chip,
    ...changes,
  };
}

test("one panel at a time: hold, then card, then list", () => {
  assert.equal(panelOf(view({ hold, card: { finding: 0, anchor } })), "hold");
  assert.equal(panelOf(view({ card: { finding: 0, anchor } })), "card");
  assert.equal(panelOf(view({ card: { finding: 7, anchor } })), "list");
  assert.equal(panelOf(view({ list: false })), undefined);
});

test("only a justify hold that still waits for a reason is a dialog", () => {
  assert.equal(isDialog(view({ hold })), true);
  assert.equal(isDialog(view({ hold: { ...hold, phase: "armed" } })), false);
  assert.equal(isDialog(view({ hold: { ...hold, action: "warn" } })), false);
});

test("a part is another one when phase, finding, fixes or place change", () => {
  const before = identityOf("hold", view({ hold }));
  const others = [
    view({ hold: { ...hold, phase: "armed" } }),
    view({ hold: { ...hold, action: "block" } }),
    view({ hold, findings: [{ ...finding, start: 1 }] }),
    view({ hold, findings: [{ ...finding, fixes: [{ title: "other", edits: [] }] }] }),
    view({ hold, composer: anchor }),
  ];
  for (const other of others) assert.notEqual(identityOf("hold", other), before);
  assert.equal(identityOf("hold", view({ hold: { ...hold }, announcement: "again" })), before);
  const remark = (text: string, ...problems: string[]) =>
    identityOf("hold", view({ hold: { ...hold, remark: { text, problems } } }));
  assert.equal(remark("a"), remark("ab"), "a remark is written beside the buttons");
  assert.notEqual(remark("a"), remark("a", "Ce mot"));
});

test("a picture is another when anything drawn is; the draft's words are drawn beside fixes alone", () => {
  const viewport = { width: 900, height: 640 };
  const same = (a: Partial<View>, b: Partial<View>) =>
    pictureOf(view(a), viewport) === pictureOf(view(b), viewport);
  assert.ok(same({ text: "a" }, { text: "b" }));
  assert.ok(same({ list: false, text: "a" }, { list: false, text: "b" }));
  assert.ok(!same({ hold, text: "a" }, { hold, text: "b" }));
  assert.ok(!same({ card: { finding: 0, anchor }, text: "a" }, { card: { finding: 0, anchor }, text: "b" }));
  assert.ok(!same({ announcement: "a" }, { announcement: "b" }));
  assert.ok(!same({ chip }, { chip: { ...chip, left: 1 } }));
  assert.notEqual(pictureOf(view(), viewport), pictureOf(view(), { width: 360, height: 640 }));
});
