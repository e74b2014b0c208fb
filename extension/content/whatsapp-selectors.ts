// Every selector of web.whatsapp.com, best first, with the months it was last seen. The page changed its message DOM
// twice in 2026 alone; when it changes again this file and a variant of the replica are what to edit.
// Nothing here depends on a label: labels are localised.

/** The chat's own compose box. */
export const MAIN_COMPOSER = [
  '[data-testid="conversation-compose-box-input"]', // until 2023-08, again 2026-04 to 2026-09
  '#main footer [contenteditable="true"][role="textbox"]', // 2023 to 2026
  '#main footer [contenteditable="true"]', // 2026-08
] as const;

/** Any editor text can leave from. Editors of the side pane (an old search box was one) are not. */
export const EDITOR = '[contenteditable="true"][data-lexical-editor="true"]';

export const SIDE = "#side";

/** The open chat's pane, header and footer; stable for years, still used 2026-09. */
export const MAIN = "#main";
export const HEADER = "#main header";
export const FOOTER = "#main footer";

/** The name of the open chat. */
export const CHAT_TITLE = [
  '#main header [data-testid="conversation-info-header-chat-title"]', // 2026; looked up at each key, so below an id
  '#main header span[dir="auto"]', // 2023 to 2026
] as const;

/** Signs that the open chat is a group, in its header and in its messages (2026-09), or a channel. */
export const GROUP_HEADER_SIGN = '#main header [data-testid="group-chat-profile-picture"]';
export const GROUP_SIGN = `#main [data-testid="author"], ${GROUP_HEADER_SIGN}`;
export const CHANNEL_SIGN = '#main [data-testid^="newsletter-"]';

/** What holds an editor and its send control, outside the footer: dialogs and overlays. */
export const DIALOG = '[role="dialog"], [aria-modal="true"]';

/** Signs of the surface an editor belongs to, searched in its container. */
export const SURFACE_SIGN = {
  caption: '[data-testid="media-caption-input-container"]', // 2026-03 to 2026-09
  forward:
    '[data-testid="forward-compose"], [data-testid="contact-picker"], [data-testid="append-message-compose-box"]', // 2026; the last since summer
  forwardAround: '[data-testid="chat-modal"]', // 2026 summer; around the editor, where a dialog may not be marked as one
} as const;

/** The Send button, best first; a button that merely holds a matching icon counts too (see `SEND_NAME`). */
export const SEND_BUTTON = [
  '[data-testid="compose-btn-send"]', // until 2023-08, again 2026 summer
  'button[data-tab="11"]',
] as const;

/** Names of icons, from data-icon (to 2026), data-testid (2026-06) or an svg's title (2026-09). */
export const SEND_NAME = /(^|[-_])send([-_]|$)/i;
export const CONFIRM_NAME = /check/i;
export const SCHEDULE_NAME = /schedul|clock|calendar/i;
export const VOICE_NAME = /(^|[-_])(mic|ptt|voice)([-_]|$)/i;

/** What acts as a button. */
export const BUTTON = 'button, [role="button"]';

/** What a user clicks or types into; links in messages too. */
export const CONTROL = 'button, [role="button"], a[href], input, [role="menuitem"]';

/** Lists that take Enter before sending does: emoji, mentions, quick replies. */
export const SUGGESTIONS = '[role="listbox"]';
export const SUGGESTED = '[role="option"]';

/** Where the page draws what opens over it; since 2026 summer its lists too, as boxes of buttons without a role. */
export const POPOVERS = "#wa-popovers-bucket"; // 2022 to 2026
export const POPOVER_OTHER =
  '[role="menu"], [role="menuitem"], [role="toolbar"], [role="dialog"], [role="application"], [role="tooltip"], input, [contenteditable]';

/** Icons and drawings, which name themselves in one of three ways (see `SEND_NAME`). */
export const ICON = "[data-icon], [data-testid], svg > title";

/** The panel that holds the conversation. */
export const MESSAGES = [
  '[data-testid="conversation-panel-messages"]', // 2026
  '#main [role="application"]', // 2023 to 2025
] as const;

/** One message each, best first. */
export const MESSAGE = [
  '[data-testid^="conv-msg-"]', // 2026-06 to 2026-09
  "[data-id]", // 2020 to 2026
] as const;

/** `data-id` until 2026-02: direction, chat and id of the message. */
export const PREFIXED_ID = /^(true|false)_[^_]*@(c\.us|lid|g\.us|broadcast|newsletter)/;

/** The classes of a message's direction; gone since between 2026-04-28 and 2026-06-07. */
export const OWN_MESSAGE = ".message-out";
export const OTHER_MESSAGE = ".message-in";

/** The bubble, whose side of the panel tells the direction since 2026-06. */
export const BUBBLE = '[data-testid="msg-container"]'; // 2026-09

/** Time, date and sender of a text message, "[14:00, 1/1/2024] Name: "; a quote in it may carry one of its own (2026-09). */
export const STAMPED = "[data-pre-plain-text]";

/** Text of a message. One of nothing but emoji has images alone (2026-08-30). */
export const MESSAGE_TEXT = 'span.selectable-text, span[data-testid="selectable-text"]';
export const QUOTE = '[data-testid="quoted-message"], .quoted-mention'; // 2026-09; the class 2023 to 2026

/** Icons of delivery, which only own messages have (2020 to 2026). */
export const DELIVERY_NAME = /^(msg|status)-(check|dblcheck|dblcheck-ack|time)/;

/** Icon of the notice that opens a chat: no message is older (until 2026; public scripts stop scrolling there). */
export const BEGINNING_NAME = /^lock(-small)?$/;

/** The name of a file, by the endings people send; anything else that has a dot (a chat's name, a size) is none. */
export const FILE_NAME =
  /^[^\n\\/]{1,250}\.(pdf|docx?|docm|dotx?|odt|rtf|txt|md|pages|xlsx?|xlsm|xlsb|ods|csv|tsv|numbers|pptx?|pptm|ppsx?|odp|key|msg|eml|vcf|ics|zip|rar|7z|tar|gz|json|xml|ya?ml|sql|db|bak|log|html?|jpe?g|png|gif|webp|heic|svg|tiff?|bmp|psd|ai|mp3|m4a|wav|ogg|mp4|mov|avi|mkv|dwg|dxf|pfx|p12|pem|cer|crt|kdbx|apk|exe)$/i;
