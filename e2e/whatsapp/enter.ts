/** What Enter does [MOD-A WAWebOnEnterPlugin, KEY_ENTER_COMMAND at NORMAL priority]. */
import { COMMAND_PRIORITY_NORMAL, KEY_ENTER_COMMAND, type LexicalEditor } from "lexical";
import { options } from "./env.ts";

type Modifiers = Pick<KeyboardEvent, "ctrlKey" | "altKey" | "shiftKey" | "metaKey">;

/**
 * Whether Enter with these keys sends. With "Enter is send" on, Ctrl, Alt or Shift break the line and Cmd/Win+Enter sends;
 * with it off, any of the four sends, Shift included.
 */
export function enterSends(keys: Modifiers, enterIsSend: boolean): boolean {
  const held = keys.ctrlKey || keys.altKey || keys.shiftKey;
  return enterIsSend ? !held : held || keys.metaKey;
}

/** Registers the rule; `send` is told whether the key was a real one. */
export function registerEnter(editor: LexicalEditor, send: (trusted: boolean) => void): () => void {
  return editor.registerCommand(
    KEY_ENTER_COMMAND,
    (event) => {
      // Safari's composition-end Enter comes as null and is ignored [LEX; MOD-A].
      if (event === null) return true;
      if (!enterSends(event, options.enterIsSend)) return false;
      event.preventDefault();
      send(event.isTrusted);
      return true;
    },
    COMMAND_PRIORITY_NORMAL,
  );
}
