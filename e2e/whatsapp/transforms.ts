/** Text that turns into emoji: real emoji always, `:D` where the user setting says so. */
import { $getSelection, $isRangeSelection, type LexicalEditor, mergeRegister, TextNode } from "lexical";
import { emoticons, findEmoji } from "./emoji.ts";
import { options } from "./env.ts";
import { $createEmojiNode } from "./nodes.ts";

function $cutEmoji(node: TextNode): void {
  if (!node.isSimpleText()) return;
  const found = findEmoji(node.getTextContent());
  if (found === undefined) return;
  const pieces = node.splitText(found.start, found.end);
  const target = found.start === 0 ? pieces[0] : pieces[1];
  target?.replace($createEmojiNode(target.getTextContent()));
}

/** The emoticon the caret stands behind, at a line start or after a space. */
function $emoticonAtCaret(node: TextNode): { text: string; end: number } | undefined {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.key !== node.getKey()) {
    return undefined;
  }
  const end = selection.anchor.offset;
  const before = node.getTextContent().slice(0, end);
  const text = Object.keys(emoticons).find((key) => before === key || before.endsWith(` ${key}`));
  return text === undefined ? undefined : { text, end };
}

function $replaceEmoticon(node: TextNode): void {
  if (!node.isSimpleText() || node.isComposing()) return;
  const found = $emoticonAtCaret(node);
  if (found === undefined) return;
  const start = found.end - found.text.length;
  const pieces = node.splitText(start, found.end);
  const target = start === 0 ? pieces[0] : pieces[1];
  const emoji = $createEmojiNode(emoticons[found.text] ?? "");
  target?.replace(emoji);
  emoji.selectNext(0, 0);
}

/** Registers the transforms on an editor. */
export function registerTransforms(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(TextNode, $cutEmoji),
    options.textToEmoji ? editor.registerNodeTransform(TextNode, $replaceEmoticon) : () => {},
  );
}
