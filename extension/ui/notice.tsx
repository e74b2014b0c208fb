// What was just done, with the way back, or what could not be done. It stays until the draft goes on or something else opens.
import type { VNode } from "preact";
import { Button, CloseButton } from "./buttons.tsx";
import { placeList } from "./place.ts";
import type { Ui } from "./ui.ts";
import type { NoticeView } from "./view.ts";

/** A line above the composer; the live region says the same. */
export function Notice({ ui, notice }: { ui: Ui; notice: NoticeView }): VNode {
  return (
    <section
      data-part="notice"
      class="panel notice"
      aria-label={ui.t("notice")}
      style={placeList(ui.view, ui.viewport)}
    >
      <span class="words" dir="auto">
        {notice.words}
      </span>
      {notice.undoable && (
        <Button ui={ui} act="undo" label={ui.t("act_undo")} run={() => ui.actions.undo?.()} />
      )}
      <CloseButton ui={ui} run={() => ui.actions.close()} />
    </section>
  );
}
