/** Our own drawings of the commonest emoji, served as /replica/emoji/<name>.svg; others are left to the system's font. */

const EYES = '<circle cx="11.5" cy="13" r="2"/><circle cx="20.5" cy="13" r="2"/>';
const SMILE =
  '<path d="M9 18a7.5 7.5 0 0 0 14 0" fill="none" stroke="#5b3a00" stroke-width="2.2" stroke-linecap="round"/>';
const FROWN =
  '<path d="M10 23a7 7 0 0 1 12 0" fill="none" stroke="#5b3a00" stroke-width="2.2" stroke-linecap="round"/>';
const LAUGH = '<path d="M8 17h16a8 8 0 0 1-16 0z" fill="#fff" stroke="#5b3a00" stroke-width="1.5"/>';
const HAPPY_EYES =
  '<path d="M8 14q3-5 6 0M18 14q3-5 6 0" fill="none" stroke="#5b3a00" stroke-width="2.2" stroke-linecap="round"/>';
const BROWS = '<path d="M8 9l6 3M24 9l-6 3" stroke="#5b3a00" stroke-width="2.2" stroke-linecap="round"/>';
const TEAR = '<path d="M23 17c3 4 3 6 0 6s-3-2 0-6z" fill="#3fa9f5"/>';
const TEARS = `<path d="M6 15c-3 4-4 6-1 7s3-3 1-7zM26 15c3 4 4 6 1 7s-3-3-1-7z" fill="#3fa9f5"/>`;
const WINK =
  '<circle cx="11.5" cy="13" r="2"/><path d="M18 13h6" stroke="#5b3a00" stroke-width="2.2" stroke-linecap="round"/>';
const HEART = "M16 27C4 18 4 12 6 9c3-4 8-3 10 1 2-4 7-5 10-1 2 3 2 9-10 18z";

function face(parts: string, colour = "#ffd04c"): string {
  return `<circle cx="16" cy="16" r="14" fill="${colour}"/><g fill="#5b3a00">${parts}</g>`;
}

function person(x: number, y: number, size: number, hair: string): string {
  return `<circle cx="${x}" cy="${y}" r="${size}" fill="${hair}"/><circle cx="${x}" cy="${y + 1}" r="${size * 0.75}" fill="#f3c08a"/>`;
}

const THUMB =
  '<path d="M7 15h4v12H7zM12 15l5-11c3 0 4 2 3 5l-1 4h6c2 0 3 2 2 4l-3 9c-1 1-2 1-3 1h-9z" fill="#ffca4a"/>';
const HAND =
  '<path d="M15.6 3.5c-2 0-2.6 2-2.8 5l-.5 4-4.6 7c-1.2 2-1.2 4-.2 6l3 3 5.1-5z" fill="#ffca4a" stroke="#c98a1b" stroke-width=".8"/><path d="M6.5 24l5 5-2.5 2.5-6-5z" fill="#4b8fd8"/>';
const HANDS = `${HAND}<g transform="matrix(-1 0 0 1 32 0)">${HAND}</g>`;
const PARTY =
  '<path d="M4 28l7-17 10 10z" fill="#f2a33a"/><path d="M20 6l1 5M27 8l-4 4M28 16l-5 0" stroke="#d6336c" stroke-width="2.5" stroke-linecap="round"/><circle cx="16" cy="6" r="2" fill="#3fa9f5"/>';
const FIRE =
  '<path d="M16 3c2 7 9 9 9 17a9 9 0 0 1-18 0c0-4 2-6 3-8 1 2 2 3 3 3 1-5 0-8 3-12z" fill="#f76707"/><path d="M16 17c2 3 4 4 4 7a4 4 0 0 1-8 0c0-3 3-4 4-7z" fill="#ffd43b"/>';

const drawings: Record<string, string> = {
  "1f600": face(EYES + LAUGH),
  "1f604": face(HAPPY_EYES + LAUGH),
  "1f60a": face(HAPPY_EYES + SMILE),
  "1f642": face(EYES + SMILE),
  "1f641": face(EYES + FROWN),
  "1f609": face(WINK + SMILE),
  "1f602": face(HAPPY_EYES + LAUGH + TEARS),
  "1f622": face(EYES + FROWN + TEAR),
  "1f62d": face(HAPPY_EYES + FROWN + TEARS),
  "1f621": face(EYES + BROWS + FROWN, "#f26d4f"),
  "1f620": face(EYES + BROWS + FROWN, "#f7a04b"),
  "1f914": face(`${EYES}<path d="M11 22h9" stroke="#5b3a00" stroke-width="2.2"/>`),
  "1f44d": THUMB,
  "1f44e": `<g transform="rotate(180 16 16)">${THUMB}</g>`,
  "1f64f": HANDS,
  "2764": `<path d="${HEART}" fill="#e8314a"/>`,
  "1f389": PARTY,
  "1f525": FIRE,
  "2705":
    '<rect x="3" y="3" width="26" height="26" rx="5" fill="#2f9e44"/><path d="M9 16l5 6L24 10" fill="none" stroke="#fff" stroke-width="4"/>',
  "1f4ce":
    '<path d="M22 9l-9 9a3 3 0 0 0 4 4l9-9a6 6 0 0 0-9-8l-9 9a9 9 0 0 0 13 12" fill="none" stroke="#868e96" stroke-width="2.5"/>',
  "1f468-200d-1f469-200d-1f467":
    person(9, 11, 6, "#5b3a00") + person(23, 11, 6, "#a0522d") + person(16, 22, 5, "#c77d3a"),
};

/** Whether we drew this emoji. */
export function drawnEmoji(name: string): boolean {
  return name in drawings;
}

function emojiDrawing(name: string): string | undefined {
  const body = drawings[name];
  return body === undefined
    ? undefined
    : `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${body}</svg>`;
}

/** The drawing of any emoji: ours, or the character in the system's font. */
export function emojiSVG(name: string): string {
  const drawn = emojiDrawing(name);
  if (drawn !== undefined) return drawn;
  const text = name
    .split("-")
    .map((point) => `&#x${point};`)
    .join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><text x="16" y="25" font-size="25" text-anchor="middle">${text}</text></svg>`;
}
