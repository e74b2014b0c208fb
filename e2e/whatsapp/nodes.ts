/**
 * The custom nodes of the composer [MOD-A WAWebEmojiNode; MOD-B WAWebRichTextInput.react: Emoji, Mention, BidiParagraph].
 * An emoji is a token-mode text node drawn as nested spans, so the character itself is DOM text, never an <img>.
 */
import { $applyNodeReplacement, type EditorConfig, getTextDirection, ParagraphNode, TextNode } from "lexical";
import { emojiName } from "./emoji.ts";
import { drawnEmoji } from "./emoji-art.ts";
import { c, options } from "./env.ts";

/** A line of the draft. Older builds computed `dir` from the text; `paragraphDir` brings that back. */
export class BidiParagraphNode extends ParagraphNode {
  override $config() {
    return this.config("bidi-paragraph", { extends: ParagraphNode });
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const dom = super.createDOM(config);
    this.direct(dom);
    return dom;
  }

  override updateDOM(previous: this, dom: HTMLElement, config: EditorConfig): boolean {
    const rebuild = super.updateDOM(previous as ParagraphNode, dom, config);
    this.direct(dom);
    return rebuild;
  }

  private direct(dom: HTMLElement): void {
    const computed = options.paragraphDir === "computed" ? getTextDirection(this.getTextContent()) : null;
    dom.dir = computed ?? (options.paragraphDir === "computed" ? "ltr" : "auto");
  }
}

/** One emoji of the draft. */
export class EmojiNode extends TextNode {
  override $config() {
    return this.config("emoji", { extends: TextNode });
  }

  override createDOM(): HTMLElement {
    const outer = document.createElement("span");
    const inner = document.createElement("span");
    const name = emojiName(this.__text);
    const drawn = drawnEmoji(name);
    outer.className = `emoji ${c(drawn ? "emoji" : "emoji-bare")}`;
    if (drawn) outer.style.backgroundImage = `url(/replica/emoji/${name}.svg)`;
    inner.className = c(drawn ? "emoji-text" : "emoji-bare");
    inner.textContent = this.__text;
    outer.append(inner);
    return outer;
  }

  override updateDOM(previous: this): boolean {
    return previous.__text !== this.__text;
  }

  override isTextEntity(): true {
    return true;
  }
}

/** A mention: shown as @name, one piece. */
export class MentionNode extends TextNode {
  override $config() {
    return this.config("mention", { extends: TextNode });
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const dom = super.createDOM(config);
    dom.classList.add(...c("mention").split(" "));
    return dom;
  }

  override isTextEntity(): true {
    return true;
  }
}

/** A new emoji node. */
export function $createEmojiNode(emoji: string): EmojiNode {
  return $applyNodeReplacement(new EmojiNode(emoji).setMode("token"));
}

/** A new mention node. */
export function $createMentionNode(name: string): MentionNode {
  return $applyNodeReplacement(new MentionNode(`@${name}`).setMode("token"));
}
