/**
 * The Send button through the years. Each entry says which hooks the button and its icon carried, and since when.
 * The exact markup of 2026-11 is not established; `svg-title` extrapolates the tick icons of 2026-09/10.
 */
import { h, svg } from "./dom.ts";
import type { SendVariant } from "./options.ts";

interface Markup {
  /** `data-icon` of the span inside. */
  icon?: string;
  /** `data-testid` of the span inside, whatever the testids switch says: it is this variant's only name. */
  iconTestid?: string;
  /** `<title>` of the drawing. */
  title?: string;
  /** `data-tab="11"` on the button. */
  tab?: boolean;
  /** `data-testid="compose-btn-send"` on the button (obeys the testids switch). */
  testid?: boolean;
}

const markups: Record<SendVariant, Markup> = {
  // 2020 to mid-2025 [SSW]; data-tab and compose-btn-send until 2023-08.
  "icon-send": { icon: "send", tab: true, testid: true },
  // From 2025-06-20 [SSW #100; #102 2025-07-01]; button label since 2025-11 [landifrancesco/Whatsapp-Automator#4].
  "wds-icon": { icon: "wds-ic-send-filled", tab: true },
  // 2026-06-07 [TT 1.0.x]: no compose-btn-send on the page.
  "testid-icon": { iconTestid: "wds-ic-send-filled" },
  // 2026-09/10 [PUB]: the name only in the drawing's <title>.
  "svg-title": { title: "wds-ic-send-filled" },
  // The worst case: nothing but the localised label [TT 2026-06 "always present"].
  "label-only": {},
  // Meta AI and bot chats [MOD-B: SendAi…].
  ai: { icon: "wds-ic-send-ai", tab: true },
};

/** Builds the Send button of a variant; the caller gives it its handler. */
export function sendButton(variant: SendVariant, label: string, enabled: boolean): HTMLButtonElement {
  const markup = markups[variant];
  const span = h(
    "span",
    { "aria-hidden": "true", "data-icon": markup.icon, "data-testid": markup.iconTestid },
    svg("send", markup.title),
  );
  const button = h(
    "button",
    {
      cls: "round send",
      "aria-label": label,
      "data-tab": markup.tab ? "11" : null,
      testid: markup.testid ? "compose-btn-send" : null,
    },
    span,
  );
  button.disabled = !enabled;
  button.setAttribute("aria-disabled", String(!enabled));
  return button;
}
