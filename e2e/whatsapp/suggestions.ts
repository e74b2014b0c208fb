/**
 * The suggestion lists: emoji after ":", mentions after "@", quick replies after "/". While one is open it takes Enter at
 * HIGH priority, before the send rule [MOD-A useWAWebLexicalEvent: HIGH vs NORMAL].
 */
import {
  $createTextNode,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_HIGH,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalNode,
  mergeRegister,
} from "lexical";
import { h } from "./dom.ts";
import type { ReplicaEditor } from "./editor.ts";
import { emojiWords } from "./emoji.ts";
import { options } from "./env.ts";
import { $createEmojiNode, $createMentionNode } from "./nodes.ts";
import { portalAt } from "./portal.ts";

interface Choice {
  label: string;
  /** Runs inside an update. */
  $node(): LexicalNode;
}

interface Match {
  /** Length of the trigger and what follows it, before the caret. */
  length: number;
  choices: Choice[];
}

/** Quick replies of the account. */
export const quickReplies: Record<string, string> = {
  merci: "Merci pour votre message, je reviens vers vous dans la journée.",
  horaires: "Nous sommes ouverts du lundi au vendredi, de 9 h à 18 h.",
};

function wordsFor(prefix: string): Choice[] {
  const words = emojiWords.filter(([word]) => word.startsWith(prefix.toLowerCase()));
  return words.map(([word, emoji]) => ({ label: `${emoji} ${word}`, $node: () => $createEmojiNode(emoji) }));
}

function membersFor(prefix: string, members: string[]): Choice[] {
  const found = members.filter((name) => name.toLowerCase().startsWith(prefix.toLowerCase()));
  return found.map((name) => ({ label: name, $node: () => $createMentionNode(name) }));
}

function repliesFor(prefix: string): Choice[] {
  const found = Object.entries(quickReplies).filter(([name]) => name.startsWith(prefix.toLowerCase()));
  return found.map(([name, text]) => ({ label: `/${name}`, $node: () => $createTextNode(text) }));
}

function choicesFor(trigger: string, prefix: string, members: string[]): Choice[] {
  if (trigger === "@") return membersFor(prefix, members);
  if (trigger === "/") return repliesFor(prefix);
  return prefix.length < 2 ? [] : wordsFor(prefix);
}

function $match(members: string[]): Match | undefined {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return undefined;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || !node.isSimpleText()) return undefined;
  const before = node.getTextContent().slice(0, selection.anchor.offset);
  const found = /(?:^|\s)([:@/])(\p{L}*)$/u.exec(before);
  if (found === null) return undefined;
  const [, trigger = "", prefix = ""] = found;
  const choices = choicesFor(trigger, prefix, members);
  return choices.length === 0 ? undefined : { length: prefix.length + 1, choices };
}

function $accept(match: Match, choice: Choice): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const { offset } = selection.anchor;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node)) return;
  selection.setTextNodeRange(node, offset - match.length, node, offset);
  selection.insertNodes([choice.$node(), $createTextNode(" ")]);
}

class SuggestionList {
  private match: Match | undefined;
  private active = 0;
  private dismissed = false;
  private portal: HTMLElement | undefined;
  private readonly box = h("div", {
    cls: "suggestions",
    id: "emoji-suggestion",
    role: "listbox",
    hidden: true,
  });

  constructor(
    private readonly editor: ReplicaEditor,
    private readonly members: string[],
  ) {}

  /** Reads the state again after each commit. */
  readonly update = (): void => {
    const match = this.editor.lexical.read(() => $match(this.members));
    if (match === undefined) this.dismissed = false;
    this.show(this.dismissed ? undefined : match);
  };

  private show(match: Match | undefined): void {
    const same = match?.choices.length === this.match?.choices.length && match?.length === this.match?.length;
    this.match = match;
    if (!same) this.active = 0;
    this.draw();
  }

  private draw(): void {
    const choices = this.match?.choices ?? [];
    if (options.suggestionList === "portal") this.drawPortal(choices);
    else this.drawBox(choices);
  }

  private drawBox(choices: Choice[]): void {
    if (choices.length === 0) this.box.remove();
    else if (!this.box.isConnected) this.editor.root.closest("footer, [role=dialog], body")?.append(this.box);
    this.box.hidden = choices.length === 0;
    this.box.replaceChildren(...choices.map((choice, index) => this.option(choice, index)));
    if (!options.activeDescendant) return;
    if (choices.length === 0) this.editor.root.removeAttribute("aria-activedescendant");
    else this.editor.root.setAttribute("aria-activedescendant", `suggestion-${this.active}`);
  }

  /** Since summer 2026: plain buttons in the popovers, and an active descendant that is always "" [MOD-B]. */
  private drawPortal(choices: Choice[]): void {
    this.editor.root.setAttribute("aria-activedescendant", "");
    this.portal?.remove();
    this.portal = portalAt(
      this.match?.length ?? 0,
      choices.map((choice, index) => {
        const button = h("button", { cls: "suggestion", type: "button", tabindex: "-1" }, choice.label);
        button.addEventListener("mousedown", (event) => event.preventDefault());
        button.addEventListener("click", () => {
          this.active = index;
          this.accept();
        });
        return button;
      }),
    );
  }

  private option(choice: Choice, index: number): HTMLElement {
    const selected = String(index === this.active);
    const option = h(
      "div",
      { cls: "suggestion", id: `suggestion-${index}`, role: "option", "aria-selected": selected },
      choice.label,
    );
    option.addEventListener("mousedown", (event) => {
      event.preventDefault();
      this.active = index;
      this.accept();
    });
    return option;
  }

  /** Moves the choice; false while closed, so that the key goes on. */
  readonly move = (step: number, event: KeyboardEvent | null): boolean => {
    if (this.match === undefined) return false;
    event?.preventDefault();
    this.active = (this.active + step + this.match.choices.length) % this.match.choices.length;
    this.draw();
    return true;
  };

  /** Takes the choice; false while closed. */
  readonly accept = (event?: KeyboardEvent | null): boolean => {
    const { match } = this;
    const choice = match?.choices[this.active];
    if (match === undefined || choice === undefined) return false;
    if (event && (event.ctrlKey || event.altKey || event.shiftKey || event.metaKey)) return false; // [MOD-A d(e), p(e)]
    event?.preventDefault();
    this.editor.lexical.update(() => $accept(match, choice));
    return true;
  };

  /** Closes the list until the trigger is gone. */
  readonly close = (event?: KeyboardEvent | null): boolean => {
    if (this.match === undefined) return false;
    event?.preventDefault();
    this.dismissed = true;
    this.show(undefined);
    return true;
  };

  destroy(): void {
    this.box.remove();
    this.portal?.remove();
  }
}

/** Gives an editor its lists; `members` can be mentioned. */
export function registerSuggestions(editor: ReplicaEditor, members: string[]): () => void {
  if (!options.suggestions) return () => {};
  const list = new SuggestionList(editor, members);
  const { lexical } = editor;
  return mergeRegister(
    lexical.registerUpdateListener(list.update),
    lexical.registerCommand(KEY_ARROW_DOWN_COMMAND, (event) => list.move(1, event), COMMAND_PRIORITY_HIGH),
    lexical.registerCommand(KEY_ARROW_UP_COMMAND, (event) => list.move(-1, event), COMMAND_PRIORITY_HIGH),
    lexical.registerCommand(KEY_ENTER_COMMAND, list.accept, COMMAND_PRIORITY_HIGH),
    lexical.registerCommand(KEY_TAB_COMMAND, list.accept, COMMAND_PRIORITY_HIGH),
    lexical.registerCommand(KEY_ESCAPE_COMMAND, list.close, COMMAND_PRIORITY_HIGH),
    () => list.destroy(),
  );
}
