import assert from "node:assert/strict";
import { test } from "node:test";
import { namesIn } from "./whatsapp-chat.ts";

const lines: [text: string, names: number][] = [
  ["Camille Martin, Inès Royer, Karim Haddad, Vous", 4],
  ["Camille، سلمى، أنت", 3],
  ["张伟、李娜、你", 3],
  ["cliquez ici pour les infos du groupe", 1],
  ["Karim Haddad écrit…", 0],
  ["Karim, Inès are typing...", 0],
  ["", 0],
];

for (const [text, names] of lines) {
  test(`"${text}" lists ${names}`, () => assert.equal(namesIn(text), names));
}
