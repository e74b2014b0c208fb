import assert from "node:assert/strict";
import { test } from "node:test";
import { shownText } from "./whatsapp-text.ts";

const words = (nodeValue: string) => ({ nodeType: 3, nodeName: "#text", nodeValue, childNodes: [] });
const element = (nodeName: string, childNodes: object[], more: object = {}) => ({
  nodeType: 1,
  nodeName,
  childNodes,
  ...more,
});
const emoji = (alt: string) => element("IMG", [], { alt });
const textOf = (...nodes: object[]) => shownText(element("SPAN", nodes) as unknown as Node);

test("chats whose names differ by an emoji have different names", () => {
  assert.equal(textOf(words("Camille "), emoji("🌹")), "Camille 🌹");
  assert.notEqual(textOf(words("Camille "), emoji("🌹")), textOf(words("Camille "), emoji("🏢")));
});

test("lines are lines, and what is to be skipped is", () => {
  const place = element("SPAN", [
    words("a"),
    element("BR", []),
    element("B", [words("b")]),
    element("I", [words("c")]),
  ]);
  assert.equal(
    shownText(place as unknown as Node, ({ nodeName }) => nodeName === "I"),
    "a\nb",
  );
});
