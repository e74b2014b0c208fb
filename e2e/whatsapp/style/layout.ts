/** Columns: navigation, chat list, open chat. */
export const layoutStyle = `
.w-frame { height: 100%; overflow: hidden; }
.w-columns { height: 100%; display: flex; }
.w-transformed { transform: translateZ(0); }
.w-grow { flex: 1; }
.w-nav { width: 64px; flex: none; background: var(--nav); border-inline-end: 1px solid var(--line); display: flex; flex-direction: column; align-items: center; gap: 6px; padding: 12px 0; color: var(--quiet); }
.w-nav button:first-child { background: var(--chosen); color: var(--text); }
.w-round { width: 40px; height: 40px; flex: none; border-radius: 50%; display: grid; place-items: center; color: var(--quiet); }
.w-round:hover { background: var(--hover); }
.w-round span, .w-round svg { display: block; }
.w-send { background: var(--green); color: var(--on-green); cursor: pointer; }
.w-send:hover { background: var(--green); filter: brightness(1.06); }
.w-send:disabled { opacity: .45; cursor: default; }
[dir=rtl] .w-send svg { transform: scaleX(-1); }
.w-side { width: 30%; min-width: 250px; max-width: 410px; flex: none; background: var(--side); border-inline-end: 1px solid var(--line); display: flex; flex-direction: column; }
.w-side-title { display: flex; align-items: baseline; gap: 8px; padding: 16px 20px 10px; }
.w-brand { margin: 0; font-size: 21px; font-weight: 700; color: var(--green); letter-spacing: -.2px; }
.w-replica-note { font-size: 11.5px; color: var(--quiet); }
.w-search-box { margin: 0 16px 10px; height: 40px; border-radius: 20px; background: var(--hover); display: flex; align-items: center; gap: 10px; padding: 0 14px; color: var(--quiet); }
.w-search-box svg { width: 20px; height: 20px; display: block; }
.w-search { flex: 1; min-width: 0; border: 0; outline: 0; background: none; font: inherit; color: var(--text); text-overflow: ellipsis; }
.w-search::placeholder { color: var(--quiet); opacity: 1; }
.w-pane { flex: 1; overflow-y: auto; padding: 0 10px 10px; }
.w-chat { display: flex; align-items: center; gap: 13px; padding: 10px 12px; border-radius: 12px; cursor: pointer; margin-bottom: 2px; }
.w-chat:hover { background: var(--hover); }
.w-selected { background: var(--chosen); }
.w-avatar { width: 46px; height: 46px; flex: none; border-radius: 50%; display: grid; place-items: center; font-weight: 600; background: hsl(var(--hue) 45% var(--avatar-light)); color: hsl(var(--hue) 60% var(--avatar-text)); }
.w-avatar svg { display: block; }
.w-chat-texts { flex: 1; min-width: 0; display: flex; flex-direction: column; gap: 2px; }
.w-chat-line { display: flex; align-items: center; gap: 8px; min-width: 0; }
.w-chat-title { flex: 1; min-width: 0; font-size: 16px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; text-align: start; }
.w-chat-time { font-size: 12px; color: var(--quiet); }
.w-preview { flex: 1; min-width: 0; display: flex; gap: 4px; align-items: center; font-size: 14px; color: var(--quiet); }
.w-preview > span:last-child { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.w-preview svg { width: 17px; height: 17px; display: block; color: var(--ticks); }
.w-badge { min-width: 20px; height: 20px; padding: 0 6px; border-radius: 10px; background: var(--badge); color: var(--on-green); font-size: 12px; font-weight: 600; display: grid; place-items: center; }
.w-place { flex: 1; min-width: 0; display: flex; background: var(--wall); }
.w-intro { margin: auto; text-align: center; color: var(--quiet); }
.w-intro svg { width: 72px; height: 72px; }
.w-main { flex: 1; min-width: 0; display: flex; flex-direction: column; position: relative; background: var(--wall-image) var(--wall); background-size: 230px; }
.w-head { height: 64px; flex: none; display: flex; align-items: center; gap: 12px; padding: 0 16px; background: var(--side); border-bottom: 1px solid var(--line); }
.w-head .w-avatar { width: 40px; height: 40px; font-size: 14px; }
.w-head-texts { flex: 1; min-width: 0; display: flex; flex-direction: column; }
.w-title { font-size: 16px; font-weight: 500; text-align: start; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.w-subtitle { font-size: 13px; line-height: 1.25; color: var(--quiet); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
`;
