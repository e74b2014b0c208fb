// Which findings count: those the employee did not switch off, as far as the rules of today let them. Pure. An ignored
// finding is not underlined, not counted and holds nothing, but the rule is asked anew with each report: once it may no
// more be ignored (`mutable` is gone), its findings are back.
import type { Finding, Report, Surface, Verdict } from "../../wasm/linter/engine.d.ts";
import type { ChatNote } from "../store/chats.ts";
import type { Ignored } from "../store/ignored.ts";

/** What may keep a finding from being shown. */
export interface Heeding {
  /** Rules ignored everywhere. */
  ignored: Ignored;
  /** What is kept of the chat that the draft goes to, if anything. */
  note: ChatNote | undefined;
  /** The chat is the employee's own affair, and the policy lets it be. */
  exempt: boolean;
}

/** What is said in a personal chat too: what opens doors and takes money. */
const EVERYWHERE: readonly (string | undefined)[] = [
  "payment-card",
  "secret",
  "private-key",
  "jwt",
  "password",
  "one-time-code",
  "url-with-credentials",
];

const STRENGTH: readonly Verdict[] = ["clean", "note", "warn", "justify", "block"];

/** Surfaces whose text goes to the open chat; what is kept of the chat says nothing of the others. */
const IN_CHAT: readonly Surface[] = ["composer", "caption", "edit", "schedule", "question"];

export function goesToChat(surface: Surface): boolean {
  return IN_CHAT.includes(surface);
}

/** Whether a finding counts. */
export function isHeeded(finding: Finding, { ignored, note, exempt }: Heeding): boolean {
  const { rule, formerly = [], mutable, action, entity } = finding;
  if (exempt && action !== "block" && !EVERYWHERE.includes(entity)) return false;
  if (!mutable) return true;
  return [rule, ...formerly].every(
    (id) => !Object.hasOwn(ignored, id) && !Object.hasOwn(note?.ignored ?? {}, id),
  );
}

/** The report with some of its findings alone, and the verdict they make. Of a cut report the engine's verdict stays:
 *  it may come from a finding that was cut off. */
export function reportOf(report: Report, counts: (finding: Finding) => boolean): Report {
  const findings = report.findings.filter(counts);
  if (findings.length === report.findings.length) return report;
  return { ...report, findings, verdict: report.truncated ? report.verdict : strongest(findings) };
}

/** The strongest of these actions; "clean" of none. */
export function strongest(findings: readonly { action: Verdict }[]): Verdict {
  return STRENGTH[Math.max(0, ...findings.map(({ action }) => STRENGTH.indexOf(action)))] ?? "clean";
}

/** What makes two findings the same within a draft that is being written: the rule and its words. A finding about the
 *  whole draft is the same however the draft goes on. */
export function nameInDraft({ rule, start, end }: Finding, text: string): string {
  const whole = start === 0 && end === text.length;
  return `${rule} ${whole ? "" : text.slice(start, end)}`;
}
