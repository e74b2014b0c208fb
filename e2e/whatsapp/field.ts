/** An editable field of the page with its editor, its placeholder and its way of sending. */
import { onClick } from "./delegate.ts";
import { h } from "./dom.ts";
import { createReplicaEditor, type ReplicaEditor } from "./editor.ts";
import { options } from "./env.ts";
import { logSend, type SendGesture, type SurfaceName } from "./log.ts";
import { registerSuggestions } from "./suggestions.ts";

/** What a field is made of. */
export interface FieldSpec {
  surface: SurfaceName;
  /** `aria-label`; absent where the page gives none. */
  label?: string | undefined;
  placeholder: string;
  /** `title`, as in 2023–24. */
  title?: string | undefined;
  /** `data-tab`: 10 in the composer. */
  tab: string;
  /** `data-testid` of the editable itself. */
  testid?: string | undefined;
  text: string;
  /** An empty text is sent too: there are files with it. */
  bare?: boolean;
  /** Name of the chat the text goes to. */
  chat: string;
  /** Members a mention can name. */
  members?: string[];
  /** After a send, with what was sent. */
  sent(text: string): void;
  changed?(text: string): void;
  files?(files: File[]): void;
}

/** A live field. */
export interface Field {
  surface: SurfaceName;
  chat: string;
  editor: ReplicaEditor;
  /** Editable and placeholder. */
  element: HTMLElement;
  /** Sends the trimmed text of Lexical's state; nothing if it is empty. */
  submit(by: SendGesture, trusted: boolean): void;
  destroy(): void;
}

const live = new Map<SurfaceName, Field>();

/** The live field of a surface. */
export function fieldOf(surface: SurfaceName): Field | undefined {
  return live.get(surface);
}

function editable(spec: FieldSpec): HTMLElement {
  return h("div", {
    cls: "editable",
    contenteditable: "true",
    role: "textbox",
    spellcheck: String(options.spellcheck),
    tabindex: "10",
    title: spec.title,
    "aria-label": spec.label,
    "aria-placeholder": spec.placeholder,
    "aria-owns": "emoji-suggestion",
    "aria-autocomplete": "list",
    "data-tab": spec.tab,
    testid: spec.testid,
  });
}

function submit(spec: FieldSpec, text: string, by: SendGesture, trusted: boolean): void {
  const trimmed = text.trim();
  if (trimmed === "" && !spec.bare) return;
  const surface = by === "schedule" ? "schedule" : spec.surface;
  logSend({ by, text: trimmed, trusted, chat: spec.chat, surface });
  spec.sent(trimmed);
}

/** Makes a field and registers it as its surface's live one. */
export function createField(spec: FieldSpec): Field {
  const root = editable(spec);
  const placeholder = h("div", { cls: "placeholder", "aria-hidden": "true" }, spec.placeholder);
  const wrapper = options.richTextWrapper ? "lexical-rich-text-input" : null;
  const element = h("div", { cls: "field" }, h("div", { class: wrapper }, root), placeholder);
  const editor = createReplicaEditor(root, spec.text, {
    enter: (trusted) => field.submit("enter", trusted),
    change: (text) => {
      placeholder.hidden = text !== "";
      spec.changed?.(text);
    },
    files: (files) => spec.files?.(files),
  });
  const unsuggest = registerSuggestions(editor, spec.members ?? []);
  const field: Field = {
    surface: spec.surface,
    chat: spec.chat,
    editor,
    element,
    submit: (by, trusted) => submit(spec, editor.text(), by, trusted),
    destroy: () => {
      unsuggest();
      editor.destroy();
      if (live.get(spec.surface) === field) live.delete(spec.surface);
    },
  };
  placeholder.hidden = editor.text() !== "";
  live.set(spec.surface, field);
  return field;
}

/** Gives a control the "send this field" click. */
export function sendsOnClick<E extends Element>(control: E, field: () => Field | undefined): E {
  return onClick(control, (event) => field()?.submit("click", event.isTrusted));
}
