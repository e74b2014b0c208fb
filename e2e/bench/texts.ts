// Drafts of exact lengths, as chats have them. Every sentence has slots that are filled anew each time, so that caches
// of whole texts or sentences, where an engine has them, meet little they know.
// One sentence in eight has something to find, so that reports and underlines are part of what is measured.

const french = [
  "Bonjour {name}, je reviens vers vous au sujet de votre {thing} de {day}",
  "Le colis {code} est parti {day} et devrait arriver pour {name} avant {hour} h",
  "Pouvez-vous me confirmer l'adresse de {name} pour {day}, s'il vous plaît ?",
  "Je vous envoie {day} la {thing} corrigée dès que {name} me la rend",
  "Merci beaucoup {name} pour votre patience et bonne fin de {day}",
  "Nous avons bien reçu {day} votre {thing} numéro {code}, il ne manque rien",
  "Le rendez-vous avec {name} est déplacé à {day} à {hour} h 30, dans les mêmes bureaux",
  "D'accord {name}, je note et je vous rappelle {day} vers {hour} h",
  "La garantie de la {thing} {code} couvre la pièce et la main-d'œuvre pendant {hour} mois",
  "Il reste {hour} places pour la formation de {day}, {name} veut-elle en être ?",
  "Tout est en ordre pour la {thing} 👍 il ne manque que la signature de {name}",
  "Notre technicien passera {day} entre {hour} h et midi, {name} vous appellera avant",
];

const frenchFlagged = [
  "slt {name}, dsl pour la {thing}",
  "Répondez-moi {day} !!!!",
  "t'inquiète {name}, c'est vachement bien pour {day}",
  "JE VEUX UNE RÉPONSE {day} à {hour} h",
];

const english = [
  "Hello {name}, I am getting back to you about your {thing} of {day}",
  "The parcel {code} left on {day} and should reach {name} before {hour}",
  "Could you confirm the address of {name} for {day}, please?",
  "I will send you the corrected {thing} on {day} as soon as {name} returns it",
  "Thank you very much {name} for your patience until {day}",
  "We received your {thing} number {code} on {day} and nothing is missing",
  "The appointment with {name} moves to {day} at {hour}, in the same office",
  "All right {name}, I will note it and call you back on {day} around {hour}",
  "The warranty of the {thing} {code} covers parts and labour for {hour} months",
  "There are {hour} seats left in the course on {day}, would {name} like one?",
  "Everything is in order for the {thing}, only the signature of {name} is missing",
  "Our engineer will come on {day} between {hour} and noon and {name} will call you first",
];

const englishFlagged = [
  "thx {name}, c u on {day}",
  "Answer me on {day} !!!!",
  "{name} has recieved you're {thing}",
  "I WANT AN ANSWER on {day} at {hour}",
];

const names = [
  "Camille",
  "Martin",
  "Sofia",
  "Thomas",
  "Amina",
  "Paul",
  "Louise",
  "Karim",
  "Chiara",
  "Hugo",
  "Rose",
];

/** What fills the slots; lists of lengths without a common divisor give many combinations. */
const fillings = {
  fr: {
    name: names,
    thing: [
      "commande",
      "facture",
      "livraison",
      "réservation",
      "demande",
      "fiche",
      "pompe",
      "machine",
      "lettre",
    ],
    day: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
  },
  en: {
    name: names,
    thing: ["order", "invoice", "delivery", "booking", "request", "form", "pump", "machine", "letter"],
    day: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  },
} as const;

export type Language = "fr" | "en";

const stock = { fr: [french, frenchFlagged], en: [english, englishFlagged] } as const;

/** A line is broken after so many sentences. */
const LINE = 6;
const FLAGGED_EVERY = 8;

/** The draft number `index` of this length, in UTF-16 code units. */
export function draft(language: Language, length: number, index: number): string {
  const [plain, flagged] = stock[language];
  const parts: string[] = [`N° ${index}`];
  let made = parts[0]?.length ?? 0;
  for (let i = index; made < length; i++) {
    const from = i % FLAGGED_EVERY === 0 ? flagged : plain;
    const sentence = from[(i * 7 + (index >> 3)) % from.length] ?? "";
    const part = `${i % LINE === 0 ? ".\n" : ". "}${filled(language, sentence, index * 31 + i)}`;
    parts.push(part);
    made += part.length;
  }
  return whole(parts.join(""), length);
}

/** Fills the slots of a sentence. */
function filled(language: Language, sentence: string, seed: number): string {
  const { name, thing, day } = fillings[language];
  return sentence.replace(/\{(\w+)\}/g, (_, slot) => {
    if (slot === "name") return name[seed % name.length] ?? "";
    if (slot === "thing") return thing[seed % thing.length] ?? "";
    if (slot === "day") return day[seed % day.length] ?? "";
    return String(slot === "hour" ? 2 + (seed % 10) : 1_000 + (seed % 8_999));
  });
}

/** Cuts to the length without leaving half a character or an end that a trim would take. */
function whole(text: string, length: number): string {
  return text.slice(0, length).replace(/[\s\uD800-\uDBFF]$/, ".");
}

/** Drafts from..from+count. */
export function drafts(language: Language, length: number, from: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => draft(language, length, from + i));
}

/** So many emojis, of several shapes: one code unit pair, joined families, flags. */
export function emojis(count: number): string {
  const kinds = ["😀", "👍🏽", "🎉", "👨‍👩‍👧", "🇫🇷", "❤️"];
  return Array.from({ length: count }, (_, i) => kinds[i % kinds.length]).join("");
}
