/** The message panel: bubbles, quotes, grey lines. */
export const chatStyle = `
.w-panel { flex: 1; min-height: 0; position: relative; }
.w-messages { height: 100%; overflow-y: auto; outline: 0; padding: 12px 6% 8px; display: flex; flex-direction: column; }
.w-row { display: block; flex: none; margin-top: 2px; }
.w-first { margin-top: 12px; }
.w-side-own { display: flex; justify-content: flex-end; outline: 0; }
.w-side-other { display: flex; justify-content: flex-start; outline: 0; }
.w-bubble { position: relative; max-width: 65%; padding: 6px 9px 7px; border-radius: 8px; box-shadow: var(--shadow); font-size: 14.5px; line-height: 19px; min-width: 72px; }
.w-own { background: var(--own); }
.w-other { background: var(--other); }
.w-tail { position: absolute; top: 0; width: 8px; height: 12px; background: inherit; clip-path: polygon(0 0, 100% 0, 0 100%); }
.w-first .w-own { border-start-end-radius: 0; }
.w-first .w-other { border-start-start-radius: 0; }
.w-tail svg { display: none; }
.w-tail-own { inset-inline-end: -7px; }
.w-tail-other { inset-inline-start: -7px; clip-path: polygon(0 0, 100% 0, 100% 100%); }
[dir=rtl] .w-tail-own { clip-path: polygon(0 0, 100% 0, 100% 100%); }
[dir=rtl] .w-tail-other { clip-path: polygon(0 0, 100% 0, 0 100%); }
.w-author { font-size: 13px; font-weight: 600; color: var(--author); text-align: start; }
.w-content { display: inline; overflow-wrap: anywhere; white-space: pre-wrap; }
.w-text { unicode-bidi: plaintext; }
.w-meta { float: inline-end; display: flex; align-items: center; gap: 3px; margin: 5px 0 -4px; margin-inline-start: 12px; font-size: 11px; line-height: 15px; color: var(--quiet); white-space: nowrap; }
.w-ticks { color: var(--ticks); }
.w-ticks svg { width: 16px; height: 16px; display: block; }
.w-history-emoji { width: 20px; height: 20px; margin: 0 1px -5px; font-size: 15px; }
.w-big-emoji .w-history-emoji { width: 42px; height: 42px; margin: 2px; }
.w-quote { border-radius: 6px; background: var(--quote); border-inline-start: 4px solid var(--green); padding: 5px 10px; margin: 0 -3px 5px; font-size: 13px; color: var(--quiet); }
.w-quote-name { display: block; font-weight: 600; color: var(--green); text-align: start; }
.w-image { width: calc(100% + 10px); min-width: 280px; height: 160px; border-radius: 6px; margin: -2px -5px 5px; background: linear-gradient(150deg, #f6c6a2 0 34%, #7fb0a6 34% 62%, #3c6a74 62%); }
.w-large { width: min(560px, 80%); min-width: 0; height: min(360px, 60vh); margin: auto; border-radius: 10px; }
.w-voice-note { display: flex; align-items: center; gap: 10px; width: 220px; height: 40px; color: var(--quiet); }
.w-line-row { flex: none; display: flex; justify-content: center; margin: 10px 0 4px; }
.w-notice { max-width: 85%; padding: 5px 12px; border-radius: 8px; background: var(--notice); color: var(--quiet); font-size: 12.5px; box-shadow: var(--shadow); text-align: center; }
.w-notice svg { width: 12px; height: 12px; vertical-align: -1px; }
.w-to-bottom { position: absolute; bottom: 14px; inset-inline-end: 16px; width: 42px; height: 42px; border-radius: 50%; background: var(--pill); color: var(--quiet); box-shadow: 0 1px 4px rgb(11 20 26 / 25%); display: grid; place-items: center; }
.w-to-bottom svg { display: block; }
`;
