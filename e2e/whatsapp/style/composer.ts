/** The composer: a pill that grows to the visible lines, then scrolls inside. */
export const composerStyle = `
.w-reply { display: flex; align-items: center; gap: 10px; padding: 6px 16px 8px; }
.w-reply .w-quote { flex: 1; margin: 0; }
.w-footer { position: relative; flex: none; padding: 6px 14px 12px; }
.w-pill { display: flex; align-items: flex-end; gap: 2px; min-height: 52px; padding: 6px; border-radius: 26px; background: var(--pill); box-shadow: var(--shadow); }
.w-field { position: relative; flex: 1; min-width: 0; padding: 9px 6px; }
.w-editable { outline: 0; font-size: 15px; line-height: 22px; max-height: calc(var(--visible-lines) * 22px); overflow-y: auto; overflow-x: hidden; overflow-wrap: anywhere; white-space: pre-wrap; caret-color: var(--text); min-height: 22px; }
.w-line { margin: 0; text-align: start; }
.w-placeholder { position: absolute; inset: 9px 6px auto; line-height: 22px; color: var(--quiet); pointer-events: none; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
/* The box is as wide as an emoji font's glyph would be; the character ends at its edge, so that the caret does. */
.w-emoji { background: center / 1.33em 1.33em no-repeat; display: inline-block; vertical-align: bottom; }
.w-emoji-text { color: transparent; display: inline-block; width: 1.47em; overflow: hidden; white-space: nowrap; text-align: end; vertical-align: bottom; }
.w-mention { color: var(--ticks); }
.w-slot { display: flex; gap: 2px; }
.w-suggestions { position: absolute; bottom: 100%; inset-inline: 14px; background: var(--pill); border-radius: 14px; box-shadow: 0 2px 14px rgb(11 20 26 / 22%); padding: 6px; z-index: 5; }
.w-portal-list { display: flex; flex-direction: column; height: 100%; box-sizing: border-box; padding: 10px; background: var(--pill); border-radius: 14px; box-shadow: 0 2px 14px rgb(11 20 26 / 22%); }
.w-suggestion { padding: 9px 12px; border-radius: 9px; cursor: pointer; }
.w-suggestion[aria-selected=true] { background: var(--chosen); }
`;
