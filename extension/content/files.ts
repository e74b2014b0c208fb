// What the names of files being sent give away. The names are checked as a caption of their own, since a draft has no room
// for them (docs/decisions/0061-file-names.md); what is found counts like a finding of the caption.
import type { Draft, Finding, Report, Verdict } from "../../wasm/linter/engine.d.ts";
import { strongest } from "./heed.ts";
import type { ShownFile } from "./whatsapp-files.ts";

/** What the names are checked with. */
export interface FilesWorld {
  engineReady(): boolean;
  lint(draft: Draft): Promise<Report | { revision: number; error: string }>;
  /** The draft the names go with, but for its text. */
  around(): Omit<Draft, "revision" | "text">;
  /** The words for a finding in a name. */
  say(name: string, message: string): string;
  /** The question whether a file is meant for this chat, if it is to be asked. */
  question(name: string): string | undefined;
  /** An answer came. */
  changed(): void;
}

/** What a name can give away. Its style is nobody's business: "PLAN_V2_FINAL.pdf" is no shouting. */
const CATEGORIES: readonly string[] = ["confidential", "privacy", "policy"];

/** A finding in a name; in the draft it stands at the end of the text, and takes none of it. */
interface Located {
  finding: Finding;
  /** The file's name and the words in it. */
  words: string;
  range: () => Range;
}

export class FileNames {
  /** All names as one text, a line each; "" when no file is there. */
  text = "";
  private files: readonly ShownFile[] = [];
  private found: readonly { file: ShownFile; finding: Finding }[] | undefined;
  private located: readonly Located[] = [];
  private revision = 0;

  constructor(private readonly world: FilesWorld) {}

  /** Takes the files as they are shown now. */
  take(files: readonly ShownFile[]): void {
    this.files = files;
    const text = files.map(({ name }) => name).join("\n");
    if (text === this.text) return;
    this.text = text;
    this.recheck();
  }

  /** Asks the engine again. */
  recheck(): void {
    this.found = undefined;
    this.again();
  }

  /** Asks again, while what is known stays in force. */
  again(): void {
    this.revision += 1;
    void this.check();
  }

  /** Whether there are names that the engine has not answered yet. */
  get checking(): boolean {
    return this.text !== "" && !this.found;
  }

  /** The findings, as they stand in a draft of so many UTF-16 code units; the same objects until something changes. */
  findings(length: number): Finding[] {
    const found = this.found ?? [];
    const asked = this.files.flatMap((file) => this.question(file));
    const all = [...found, ...asked];
    const known = this.located.map(({ finding }) => finding);
    const fresh = all.map(({ file, finding }) => {
      const placed = { ...finding, start: length, end: length, fixes: [] };
      const same = known.find((each) => JSON.stringify(each) === JSON.stringify(placed));
      const words = `${file.name} ${file.name.slice(finding.start, finding.end)}`;
      return { finding: same ?? placed, words, range: () => this.rangeIn(file.name, finding) };
    });
    this.located = fresh;
    return fresh.map(({ finding }) => finding);
  }

  /** Where a finding's words are drawn; undefined for one that is in no name. */
  range(finding: Finding): Range | undefined {
    return this.located.find((each) => each.finding === finding)?.range();
  }

  /** What makes two findings in names the same: the rule, the file and the words; undefined for one that is in no name. */
  nameOf(finding: Finding): string | undefined {
    const located = this.located.find((each) => each.finding === finding);
    return located && `${finding.rule} ${located.words}`;
  }

  /** Whether a node draws one of the names. */
  draws(node: Node): boolean {
    return this.files.some((file) => node.contains(file.node) && node === file.node.parentNode);
  }

  private question(file: ShownFile): { file: ShownFile; finding: Finding }[] {
    const message = this.world.question(file.name);
    if (message === undefined) return [];
    const place = { start: 0, end: file.name.length, confidence: 5, fixes: [] };
    return [
      { file, finding: { rule: "bonton/file-chat", category: "policy", action: "warn", message, ...place } },
    ];
  }

  private async check(): Promise<void> {
    if (this.text === "" || !this.world.engineReady()) return;
    const { revision } = this;
    const draft = { ...this.world.around(), revision, text: plain(this.text) };
    const report = await this.world.lint(draft);
    if (revision !== this.revision) return;
    this.found = "error" in report ? [] : report.findings.flatMap((finding) => this.inName(finding));
    this.world.changed();
  }

  /** The finding in its own name; none if it spans names, or tells nothing of their contents. */
  private inName(finding: Finding): { file: ShownFile; finding: Finding }[] {
    if (!CATEGORIES.includes(finding.category)) return [];
    let start = 0;
    for (const file of this.files) {
      const end = start + file.name.length;
      if (finding.start >= start && finding.end <= end) {
        const message = this.world.say(file.name, finding.message);
        return [
          { file, finding: { ...finding, start: finding.start - start, end: finding.end - start, message } },
        ];
      }
      start = end + 1;
    }
    return [];
  }

  /** The page may have drawn the name anew. */
  private rangeIn(name: string, { start, end }: Finding): Range {
    const range = document.createRange();
    const node = this.files.find((file) => file.name === name)?.node;
    const lead = node ? node.data.indexOf(name) : -1;
    if (node && lead >= 0) {
      range.setStart(node, lead + start);
      range.setEnd(node, lead + end);
    }
    return range;
  }
}

/** A name as it is checked, of the same length: what joins its words is a space, and its case, which means nothing in a
 *  name, is that of a marking, so that "salaires_confidentiel" reads as one. */
export function plain(name: string): string {
  return name.replaceAll("_", " ").replace(/\p{Ll}/gu, (letter) => {
    const capital = letter.toUpperCase();
    return capital.length === letter.length ? capital : letter;
  });
}

/** The verdict of a caption and of the names beside it. */
export function together(caption: Verdict, names: readonly Finding[]): Verdict {
  return strongest([{ action: caption }, ...names]);
}
