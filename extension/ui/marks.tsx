// Whom the open chat is marked as, in the list that the chip opens: one of four, or none.
import type { VNode } from "preact";
import { marks } from "../store/chats.ts";
import type { Ui } from "./ui.ts";
import type { View } from "./view.ts";

/** A row of buttons of which the pressed one is the mark; pressing it again takes it off. */
export function Marks({ ui, chat }: { ui: Ui; chat: NonNullable<View["chat"]> }): VNode {
  return (
    <fieldset class="marks">
      <legend dir="auto">{ui.t("marks_title")}</legend>
      <div class="choices">
        {marks.map((mark) => (
          <button
            key={mark}
            type="button"
            class="choice"
            data-act="mark"
            data-id={mark}
            aria-pressed={chat.mark === mark}
            onClick={ui.guarded(() => ui.actions.mark?.(chat.mark === mark ? undefined : mark))}
          >
            {ui.t(`mark_${mark}`)}
          </button>
        ))}
      </div>
      {chat.wasPersonal && <p dir="auto">{ui.t("mark_was_personal")}</p>}
      {chat.mark === "personal" && (
        <p dir="auto">{ui.t(chat.exempts ? "mark_exempts" : "mark_exempts_not")}</p>
      )}
    </fieldset>
  );
}
