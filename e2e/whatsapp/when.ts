/** Dates and times as the page writes them: order, separators and 12/24 h follow the locale. */
import type { Message } from "./chats.ts";
import { labels, options } from "./env.ts";

/** The moment of a message. */
export function momentOf(message: Pick<Message, "daysAgo" | "time">): Date {
  const [hours = 0, minutes = 0] = message.time.split(":").map(Number);
  const moment = new Date();
  moment.setDate(moment.getDate() - message.daysAgo);
  moment.setHours(hours, minutes, 0, 0);
  return moment;
}

function tag(): string {
  return `${options.locale === "en" ? "en-US" : options.locale}-u-nu-latn`;
}

/** "09:12" or "9:12 AM". */
export function timeText(moment: Date): string {
  const text = moment.toLocaleTimeString(tag(), {
    hour: labels.hour12 ? "numeric" : "2-digit",
    minute: "2-digit",
    hour12: labels.hour12,
  });
  return text.replace(/\s/g, " ");
}

/** "Today", "Yesterday" or the date. */
export function dayText(moment: Date): string {
  const days = Math.round(
    (new Date().setHours(0, 0, 0, 0) - new Date(moment).setHours(0, 0, 0, 0)) / 86_400_000,
  );
  if (days === 0) return labels.today;
  return days === 1 ? labels.yesterday : moment.toLocaleDateString(tag());
}

/** `data-pre-plain-text`: "[10:30 AM, 4/15/2023] Name: ", "[14:00, 01/01/2024] Name: " [PUB; on text messages 2026-09-30]. */
export function prePlainText(moment: Date, name: string): string {
  return `[${timeText(moment)}, ${moment.toLocaleDateString(tag())}] ${name}: `;
}

/** The time of day now, as HH:MM. */
export function nowText(): string {
  return new Date().toTimeString().slice(0, 5);
}
