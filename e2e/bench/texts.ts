// Drafts of exact lengths, as chats have them, every one different: no cache of anybody's answers the second one.
// One sentence in eight has something to find, so that reports and underlines are part of what is measured.

const french = [
  "Bonjour Madame, je reviens vers vous au sujet de votre commande",
  "Le colis est parti ce matin et devrait arriver demain avant midi",
  "Pouvez-vous me confirmer l'adresse de livraison, s'il vous plaît ?",
  "Je vous envoie la facture corrigée dès que la comptabilité me la rend",
  "Merci beaucoup pour votre patience et bonne fin de journée",
  "Nous avons bien reçu votre dossier, il est complet",
  "Le rendez-vous est déplacé à jeudi à 14 h 30, dans les mêmes bureaux",
  "D'accord, je note et je vous rappelle dans l'après-midi",
  "La garantie couvre la pièce et la main-d'œuvre pendant deux ans",
  "Il reste trois places pour la formation de mardi, voulez-vous en être ?",
  "Je comprends votre agacement et je cherche une solution avec l'atelier",
  "Tout est en ordre de notre côté 👍 il ne manque que votre signature",
  "Le devis est valable un mois, prenez le temps de le lire",
  "Notre technicien passera entre 9 h et 11 h, il vous appellera avant",
];

const frenchFlagged = [
  "slt, dsl pour le retard",
  "Répondez-moi vite !!!!",
  "t'inquiète, c'est vachement bien",
  "JE VEUX UNE RÉPONSE aujourd'hui",
];

const english = [
  "Hello, I am getting back to you about your order",
  "The parcel left this morning and should arrive before noon tomorrow",
  "Could you confirm the delivery address, please?",
  "I will send you the corrected invoice as soon as accounting returns it",
  "Thank you very much for your patience and have a good day",
  "We have received your file and nothing is missing",
  "The appointment moves to Thursday at half past two, in the same office",
  "All right, I will note it and call you back this afternoon",
  "The warranty covers parts and labour for two years",
  "There are three seats left in the course on Tuesday, would you like one?",
  "Everything is in order on our side, only your signature is missing",
  "Our engineer will come between nine and eleven and call you first",
];

const englishFlagged = [
  "thx, c u tomorrow",
  "Answer me quickly !!!!",
  "I has recieved you're letter",
  "I WANT AN ANSWER today",
];

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
    const part = `${i % LINE === 0 ? ".\n" : ". "}${from[(i * 7 + (index >> 3)) % from.length]}`;
    parts.push(part);
    made += part.length;
  }
  return whole(parts.join(""), length);
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
