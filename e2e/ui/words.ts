// The draft and findings that the gallery shows, in both languages. Offsets are looked up, so the texts stay editable.

import type { Locale } from "../../extension/strings.ts";
import type { Action, Finding, Fix } from "../../wasm/linter/engine.d.ts";

/** A draft with one finding of each action. */
export interface Sample {
  text: string;
  findings: Finding[];
  reasons: { id: string; text: string }[];
  why: string;
  announcement: string;
}

interface Row {
  action: Action;
  rule: string;
  words: string;
  message: string;
  fixes: [title: string, text: string][];
}

/** The sample in a locale. */
export function sampleOf(locale: Locale): Sample {
  const { rows, ...rest } = locale === "fr" ? french : english;
  return { ...rest, findings: rows.map((row) => findingOf(rest.text, row)) };
}

function findingOf(text: string, { action, rule, words, message, fixes }: Row): Finding {
  const start = text.indexOf(words);
  const end = start + words.length;
  const toFix = ([title, replacement]: [string, string]): Fix => ({
    title,
    edits: [{ start, end, text: replacement }],
  });
  return { rule, category: "tone", action, start, end, message, confidence: 5, fixes: fixes.map(toFix) };
}

const french = {
  text: "Bjr, votre dossier est TOUJOURS bloqué. Payez par carte 4970 1012 3456 7890. C’est de votre faute.",
  why: '<p>Un client qui lit un reproche <strong>cesse de lire</strong>. Dites plutôt :</p><ul><li>ce qui s’est passé,</li><li>ce que vous faites maintenant.</li></ul><p>Voir la <a href="https://example.org/charte">charte de la relation client</a>.</p>',
  announcement: "4 remarques",
  reasons: [
    { id: "asked", text: "Le client l’a demandé par écrit" },
    { id: "own", text: "Ces données sont les miennes" },
    { id: "test", text: "Numéro d’exemple, sans valeur" },
  ],
  rows: [
    {
      action: "note",
      rule: "familiar/abbreviation",
      words: "Bjr",
      message: "Une formule entière est plus chaleureuse qu’une abréviation.",
      fixes: [["Remplacer par « Bonjour »", "Bonjour"]],
    },
    {
      action: "justify",
      rule: "style/capitals",
      words: "TOUJOURS",
      message: "Cette précision engage l’entreprise : dites pourquoi elle est nécessaire.",
      fixes: [["Écrire en minuscules", "toujours"]],
    },
    {
      action: "block",
      rule: "confidential/payment-card",
      words: "4970 1012 3456 7890",
      message: "Ce texte contient un numéro de carte bancaire complet.",
      fixes: [["Masquer le numéro", "•••• •••• •••• 7890"]],
    },
    {
      action: "warn",
      rule: "complaint/blame",
      words: "C’est de votre faute.",
      message: "Cette phrase peut être lue comme un reproche.",
      fixes: [
        ["Reformuler", "Voyons ensemble ce qui s’est passé."],
        ["Supprimer la phrase", ""],
      ],
    },
  ] satisfies Row[],
};

const english = {
  text: "Hi m8, your file is STILL blocked. Pay by card 4970 1012 3456 7890. This is your own fault.",
  why: '<p>A customer who reads a reproach <strong>stops reading</strong>. Say instead:</p><ul><li>what happened,</li><li>what you are doing now.</li></ul><p>See the <a href="https://example.org/charter">customer charter</a>.</p>',
  announcement: "4 remarks",
  reasons: [
    { id: "asked", text: "The customer asked for it in writing" },
    { id: "own", text: "These details are my own" },
    { id: "test", text: "A sample number of no value" },
  ],
  rows: [
    {
      action: "note",
      rule: "familiar/abbreviation",
      words: "m8",
      message: "A full greeting is warmer than an abbreviation.",
      fixes: [["Remove the word", ""]],
    },
    {
      action: "justify",
      rule: "style/capitals",
      words: "STILL",
      message: "This commits the company: please say why it is needed.",
      fixes: [["Use lower case", "still"]],
    },
    {
      action: "block",
      rule: "confidential/payment-card",
      words: "4970 1012 3456 7890",
      message: "This text contains a complete payment card number.",
      fixes: [["Mask the number", "•••• •••• •••• 7890"]],
    },
    {
      action: "warn",
      rule: "complaint/blame",
      words: "This is your own fault.",
      message: "This sentence may be read as a reproach.",
      fixes: [
        ["Rephrase", "Let us look at what happened together."],
        ["Remove the sentence", ""],
      ],
    },
  ] satisfies Row[],
};
