// Reads the time and date the page writes on its messages: "[10:30 AM, 4/15/2023]", "[14:00, 01/01/2024]". The order of day
// and month, the 12 or 24 hours and the digits follow the interface's language (seen 2023 to 2026-09), so that language
// is asked how it writes them. Pure: no DOM, no clock.

/** The time of a message, or undefined when it cannot be read for certain. `language` is a BCP 47 tag. */
export function readMoment(stamp: string, language: string): Date | undefined {
  const [time = "", date = ""] = halves(latinDigits(stamp));
  const clock = readClock(time, language);
  const day = readDay(date, language);
  if (!clock || !day) return undefined;
  const moment = new Date(day.year, day.month - 1, day.day, clock.hours, clock.minutes);
  return moment.getDate() === day.day && moment.getMonth() === day.month - 1 ? moment : undefined;
}

/** The time and the date, whichever came first: the time has the colon (or, rarely, the only two numbers). */
function halves(stamp: string): [time: string, date: string] {
  const [first = "", ...rest] = stamp.split(/[,،、]\s*/);
  const second = rest.join(" ");
  return numbersOf(first).length === 3 ? [second, first] : [first, second];
}

function readClock(text: string, language: string): { hours: number; minutes: number } | undefined {
  const [hours, minutes, ...more] = numbersOf(text);
  if (hours === undefined || minutes === undefined || more.length > 1) return undefined;
  if (hours > 23 || minutes > 59) return undefined;
  const half = halfOfDay(text, language);
  if (half === undefined) return { hours, minutes };
  return hours > 12 ? undefined : { hours: (hours % 12) + (half === "pm" ? 12 : 0), minutes };
}

/** Which half of the day is written; undefined where the clock has 24 hours. */
function halfOfDay(text: string, language: string): "am" | "pm" | undefined {
  const letters = lettersOf(text);
  if (letters === "") return undefined;
  const [am, pm] = [9, 21].map((hour) => lettersOf(partOf("dayPeriod", hour, language)));
  if (letters === pm || letters === "pm") return "pm";
  return letters === am || letters === "am" ? "am" : undefined;
}

function readDay(text: string, language: string): { day: number; month: number; year: number } | undefined {
  const numbers = numbersOf(text);
  if (numbers.length !== 3) return undefined;
  const order = orderOf(language);
  const of = (name: string) => numbers[order.indexOf(name)] ?? 0;
  const [day, month, year] = [of("day"), of("month"), of("year")];
  return { day, month, year: year < 100 ? 2000 + year : year };
}

/** In which order the language writes day, month and year. */
function orderOf(language: string): string[] {
  return new Intl.DateTimeFormat(tagOf(language))
    .formatToParts(new Date(2024, 3, 15))
    .map(({ type }) => type)
    .filter((type) => type === "day" || type === "month" || type === "year");
}

function partOf(type: string, hour: number, language: string): string {
  const format = new Intl.DateTimeFormat(tagOf(language), { hour: "numeric", hour12: true });
  return format.formatToParts(new Date(2024, 3, 15, hour)).find((part) => part.type === type)?.value ?? "";
}

/** "en" alone writes the month first, as the page does in English; an unknown tag counts as English. */
function tagOf(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? "en-US";
  } catch {
    return "en-US";
  }
}

function numbersOf(text: string): number[] {
  return Array.from(text.matchAll(/\d+/g), ([digits]) => Number(digits));
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}]/gu, "").toLowerCase();
}

/** Digits of any script as 0 to 9: each script has its ten in a row, beginning with zero (Unicode, Nd). */
function latinDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    let value = 0;
    for (let code = digit.codePointAt(0) ?? 0; value < 9 && isDigit(code - 1); code--) value++;
    return String(value);
  });
}

function isDigit(code: number): boolean {
  return /^\p{Nd}$/u.test(String.fromCodePoint(code));
}
