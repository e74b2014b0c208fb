/** The chats of the replica: people, firms and numbers are invented (phone numbers from the ranges kept for fiction). */

/** What a chat is. */
export type ChatKind = "individual" | "unsaved" | "group" | "channel" | "bot";

/** One message of the history. */
export interface Message {
  id: string;
  /** "me" or the sender's name. */
  from: string;
  text?: string;
  /** Days before today. */
  daysAgo: number;
  /** HH:MM. */
  time: string;
  quote?: { from: string; text: string };
  media?: "image" | "voice";
  /** A grey line of the app itself. */
  system?: string;
}

/** One chat. */
export interface Chat {
  name: string;
  kind: ChatKind;
  /** Hue of the avatar. */
  hue: number;
  members: string[];
  /** The saved draft. */
  draft: string;
  messages: Message[];
  unread?: number;
  /** Voice notes are not allowed here, whatever the option says. */
  mute?: boolean;
}

/** The account's own name. */
export const ME = "Léa Fontaine";

type Line = [from: string, text: string, time: string, more?: Partial<Message>];

let count = 0;

/** A new message id of the page's look. */
export function newId(): string {
  count += 1;
  return `3EB0${(0xa51c0de7 + count * 7919).toString(16).toUpperCase()}${(count * 104729).toString(16).toUpperCase().padStart(8, "0")}`;
}

function chat(name: string, kind: ChatKind, hue: number, lines: Line[], more: Partial<Chat> = {}): Chat {
  const messages = lines.map(([from, text, time, extra]) => ({
    id: newId(),
    from,
    text,
    time,
    daysAgo: 0,
    ...extra,
  }));
  return { name, kind, hue, members: [], draft: "", messages, ...more };
}

const camille = chat("Camille Martin", "individual", 205, [
  ["me", "Bonjour Camille, ravie de vous accompagner sur ce dossier.", "16:48", { daysAgo: 1 }],
  [
    "Camille Martin",
    "Bonjour Léa, merci à vous ! J’ai hâte de voir la première version.",
    "16:52",
    { daysAgo: 1 },
  ],
  ["me", "Je vous l’envoie demain matin sans faute.", "16:53", { daysAgo: 1 }],
  ["me", "Avec le détail des délais, comme convenu.", "16:53", { daysAgo: 1 }],
  ["Camille Martin", "Parfait 👍", "17:01", { daysAgo: 1 }],
  ["Camille Martin", "Bonjour, avez-vous pu avancer ?", "09:12"],
  ["Camille Martin", "Le comité se réunit à 14 h et on me demande où en est la commande.", "09:13"],
  ["me", "", "09:20", { media: "image", text: "Voici la maquette de la page d’accueil." }],
  [
    "me",
    "Il reste deux écrans à valider de votre côté.",
    "09:21",
    { quote: { from: "Camille Martin", text: "Bonjour, avez-vous pu avancer ?" } },
  ],
  ["Camille Martin", "🎉", "09:24"],
  ["Camille Martin", "Très joli ! Et pour la facture, c’est toujours le même montant ? 🙂", "09:25"],
]);

const atlas = chat(
  "Groupe Projet Atlas",
  "group",
  150,
  [
    ["", "", "08:00", { system: "Camille Martin a ajouté Karim Haddad" }],
    ["Karim Haddad", "Bonjour à tous, content de rejoindre le projet.", "08:41"],
    ["Camille Martin", "Bienvenue Karim !", "08:43"],
    ["Inès Royer", "Bienvenue 👍", "08:44"],
    ["Inès Royer", "Je partage le planning avant midi.", "08:45"],
    ["me", "Super, je prépare l’ordre du jour.", "08:50"],
    [
      "Karim Haddad",
      "On garde la salle du troisième ?",
      "08:52",
      { quote: { from: "me", text: "Super, je prépare l’ordre du jour." } },
    ],
  ],
  { members: ["Camille Martin", "Inès Royer", "Karim Haddad"], unread: 2 },
);

/** Every chat, newest first. */
export const chats: Chat[] = [
  camille,
  atlas,
  chat("+33 6 39 98 00 21", "unsaved", 30, [
    ["+33 6 39 98 00 21", "Bonjour, votre annonce est-elle toujours d’actualité ?", "08:37"],
  ]),
  chat("Karim Haddad", "individual", 265, [
    ["Karim Haddad", "Tu as vu le mail du client ?", "08:05"],
    ["me", "Oui, je réponds dans la matinée.", "08:11"],
  ]),
  chat("Atelier Dubreuil", "individual", 15, [
    ["Atelier Dubreuil", "Votre commande est prête.", "18:22", { daysAgo: 1 }],
    ["Atelier Dubreuil", "", "18:23", { daysAgo: 1, media: "voice" }],
  ]),
  chat("Inès Royer", "individual", 330, [["me", "Merci pour le planning !", "15:09", { daysAgo: 1 }]]),
  chat("Quartier en bref", "channel", 95, [
    ["Quartier en bref", "Le marché de samedi est déplacé place des Tilleuls.", "12:00", { daysAgo: 1 }],
  ]),
  chat("Assistant", "bot", 190, [["Assistant", "Comment puis-je vous aider ?", "11:20", { daysAgo: 2 }]], {
    mute: true,
  }),
  chat("נועה לוי", "individual", 300, [
    ["נועה לוי", "שלום, מה שלומך? 🙂", "10:02", { daysAgo: 2 }],
    ["me", "הכול בסדר, תודה!", "10:05", { daysAgo: 2 }],
  ]),
  chat("سلمى حداد", "individual", 60, [
    ["سلمى حداد", "مرحبا، هل استلمت الملف؟", "09:40", { daysAgo: 3 }],
    ["me", "نعم، شكرا جزيلا", "09:45", { daysAgo: 3 }],
  ]),
];

const untouched = structuredClone(chats);

/** Puts every chat back as it was at load. */
export function restoreChats(): void {
  for (const [index, chat] of chats.entries()) Object.assign(chat, structuredClone(untouched[index]));
}

/** The chat of that name. */
export function chatNamed(name: string): Chat | undefined {
  return chats.find((one) => one.name === name);
}
