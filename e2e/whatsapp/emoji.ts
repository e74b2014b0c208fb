/** Emoji in text: where they are, and which of them we have drawn (emoji-art.ts). */

/** Whole sequences, so that a family or a flag is one emoji; the "v" flag is newer than our compile target. */
const SEQUENCE = String.raw`\p{RGI_Emoji}`;
const EMOJI = new RegExp(SEQUENCE, "v");

/** The first emoji of `text`, or undefined. */
export function findEmoji(text: string): { start: number; end: number } | undefined {
  const match = EMOJI.exec(text);
  return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
}

/** Splits text into plain runs and single emoji. */
export function splitEmoji(text: string): { text: string; emoji: boolean }[] {
  const parts: { text: string; emoji: boolean }[] = [];
  let rest = text;
  for (let found = findEmoji(rest); found !== undefined; found = findEmoji(rest)) {
    if (found.start > 0) parts.push({ text: rest.slice(0, found.start), emoji: false });
    parts.push({ text: rest.slice(found.start, found.end), emoji: true });
    rest = rest.slice(found.end);
  }
  if (rest !== "") parts.push({ text: rest, emoji: false });
  return parts;
}

/** File name of an emoji's drawing: its code points in hex, without variation selectors. */
export function emojiName(emoji: string): string {
  const points = [...emoji].map((char) => (char.codePointAt(0) ?? 0).toString(16));
  return points.filter((point) => point !== "fe0f").join("-");
}

/** What "replace text with emoji" rewrites. */
export const emoticons: Record<string, string> = {
  ":D": "😀",
  ":)": "🙂",
  ":(": "🙁",
  ";)": "😉",
  "<3": "❤️",
  ":'(": "😢",
};

/** Names the ":" list finds; French and English. */
export const emojiWords: [string, string][] = [
  ["sourire", "🙂"],
  ["smile", "🙂"],
  ["joie", "😂"],
  ["joy", "😂"],
  ["coeur", "❤️"],
  ["heart", "❤️"],
  ["pouce", "👍"],
  ["thumbsup", "👍"],
  ["merci", "🙏"],
  ["thanks", "🙏"],
  ["fete", "🎉"],
  ["party", "🎉"],
  ["colere", "😡"],
  ["angry", "😡"],
];
