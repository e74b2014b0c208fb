// What the engine is told of the conversation before a draft: the last messages, in every markup the page has had, and
// the kind of chat. It is read beside the typing, and what cannot be read is left out.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import type { Draft } from "../wasm/linter/engine.d.ts";
import { verdictIs } from "./bonton.ts";
import { answered, draftAfter, lastDraft, withTap } from "./tap.ts";
import { compose } from "./whatsapp/driver.ts";
import type { PartialOptions } from "./whatsapp/options.ts";

/** Camille's messages as they are written, oldest first. */
const CAMILLE: [from: string, text: string][] = [
  ["me", "Bonjour Camille, ravie de vous accompagner sur ce dossier."],
  ["them", "Bonjour Léa, merci à vous ! J’ai hâte de voir la première version."],
  ["me", "Je vous l’envoie demain matin sans faute."],
  ["me", "Avec le détail des délais, comme convenu."],
  ["them", "Parfait 👍"],
  ["them", "Bonjour, avez-vous pu avancer ?"],
  ["them", "Le comité se réunit à 14 h et on me demande où en est la commande."],
  ["me", "Voici la maquette de la page d’accueil."],
  ["me", "Il reste deux écrans à valider de votre côté."],
  ["them", "🎉"],
  ["them", "Très joli ! Et pour la facture, c’est toujours le même montant ? 🙂"],
];

/** Markups and locales of the messages. */
const pages: Record<string, PartialOptions> = {
  "2026-06 on, no testids": { testids: false, rowLabel: "none" },
  "2026-04": { rows: 2, icons: "testid" },
  "until 2026-02": { rows: 1, testids: false, icons: "data-icon" },
  "right to left, tails the other way": { locale: "he", tails: "own-in" },
};

function said({ thread }: Draft): [from: string, text: string][] | undefined {
  return thread?.messages.map(({ from, text }) => [from, text]);
}

async function draftOf(page: Page, text: string): Promise<Draft> {
  await compose(page, text);
  await answered(page);
  return lastDraft(page);
}

withTap(({ open, load, name }) => {
  for (const [title, options] of Object.entries(pages)) {
    if (name === "firefox" && !/no testids/.test(title)) continue; // the DOM is the same in both
    test(`messages ${title}: who said what, and when`, async () => {
      const page = await open(options);
      const draft = await draftOf(page, "Bonjour");
      assert.deepEqual(said(draft), CAMILLE);
      assert.equal(draft.thread?.complete, true);
      assert.deepEqual(draft.chat, { kind: "individual", audience: "unknown" });
      const times = draft.thread?.messages.map(({ at }) => at?.slice(11, 16));
      assert.deepEqual(times?.slice(0, 2), ["16:48", "16:52"]);
      assert.equal(times?.[7], undefined, "a picture's caption has no time");
    });
  }

  test("new and edited messages are told at once, and nothing flickers", async () => {
    const page = await open({ beginning: false });
    await compose(page, "Bonjour connard");
    await verdictIs(page, "warn");
    assert.equal((await lastDraft(page)).thread?.complete, false, "older messages may be left to load");
    const watch = await page.evaluateHandle(() => {
      const chip = document.querySelector("bonton-ui")?.shadowRoot?.querySelector("[data-part=chip]");
      const seen = new Set<string>();
      const observer = new MutationObserver(() => seen.add((chip as HTMLElement).dataset.state ?? ""));
      if (chip) observer.observe(chip, { attributes: true });
      return seen;
    });
    await page.evaluate(() => window.__replica.receive("Alors ?"));
    assert.equal((await draftAfter(page, "Alors ?")).text, "Bonjour connard");
    await page.evaluate(() => window.__replica.rewriteMessage("Alors, ça vient ?"));
    await draftAfter(page, "Alors, ça vient ?");
    for (let i = 1; i <= 12; i++) await page.evaluate((n) => window.__replica.receive(`Message ${n}`), i);
    const { thread } = await draftAfter(page, "Message 12");
    assert.equal(thread?.messages.length, 20);
    assert.equal(thread?.complete, false);
    assert.deepEqual(await watch.evaluate((seen) => [...seen].filter((state) => state !== "ready")), []);
    await verdictIs(page, "warn");
  });

  test("a chat's messages never go with another chat's draft", async () => {
    const page = await open();
    await page.evaluate(() => window.__replica.switchChat("Karim Haddad"));
    const karim = await draftOf(page, "Bonjour");
    assert.deepEqual(said(karim), [
      ["them", "Tu as vu le mail du client ?"],
      ["me", "Oui, je réponds dans la matinée."],
    ]);
    await page.evaluate(() => window.__replica.switchChat("Groupe Projet Atlas"));
    const atlas = await draftOf(page, "Salut");
    assert.deepEqual(atlas.chat, { kind: "group", audience: "unknown", readers: 3 });
    assert.equal(said(atlas)?.length, 6, "the page's own grey lines are nobody's messages");
    assert.deepEqual(said(atlas)?.at(-1), ["them", "On garde la salle du troisième ?"]);
    await page.evaluate(() => window.__replica.typing("Karim Haddad"));
    await page.keyboard.type(" !");
    await answered(page);
    assert.equal((await lastDraft(page)).chat?.readers, 3, "still known while somebody types");
    await page.addStyleTag({ content: "#main [data-id] > div { max-width: none; width: 100% }" });
    await page.evaluate(() => window.__replica.switchChat("Camille Martin"));
    assert.equal(said(await draftOf(page, "Re")), undefined, "whose is whose cannot be told");
  });

  if (name === "firefox") return;

  test("a group without marks is known by its names; its readers only where it lists them", async () => {
    const page = await load({ chat: "Groupe Projet Atlas", testids: false, members: "hint" }); // the test before drew it otherwise
    assert.deepEqual((await draftOf(page, "Bonjour")).chat, { kind: "group", audience: "unknown" });
  });
});
