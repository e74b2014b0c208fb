/** Caption drawer, dialogs and the status page. */
export const overlayStyle = `
.w-drawer { position: fixed; inset-block: 0; inset-inline-end: 0; inset-inline-start: calc(64px + clamp(250px, 30%, 410px)); background: var(--page); display: flex; flex-direction: column; z-index: 10; }
.w-drawer-head { display: flex; align-items: center; gap: 10px; height: 64px; padding: 0 14px; }
.w-drawer-picture { flex: 1; min-height: 0; display: flex; }
.w-document { margin: auto; width: min(320px, 80%); padding: 34px 20px; border-radius: 12px; background: var(--pill); display: grid; justify-items: center; gap: 14px; text-align: center; overflow-wrap: anywhere; }
.w-document svg { width: 56px; height: 56px; color: var(--quiet); }
.w-drawer-foot { display: flex; align-items: flex-end; gap: 12px; padding: 12px 8% 22px; }
.w-drawer-foot .w-pill { flex: 1; padding-inline: 14px; }
.w-drawer-foot .w-send { width: 52px; height: 52px; }
.w-veil { position: fixed; inset: 0; background: var(--veil); display: grid; place-items: center; z-index: 10; }
.w-dialog { position: relative; width: min(520px, 92%); max-height: 82%; background: var(--side); border-radius: 18px; box-shadow: 0 12px 40px rgb(0 0 0 / 30%); display: flex; flex-direction: column; overflow: hidden; }
.w-dialog > .w-pill, .w-dialog-foot .w-pill { margin: 12px; padding-inline-start: 14px; border: 1px solid var(--line); box-shadow: none; }
.w-dialog-head { display: flex; align-items: center; gap: 12px; padding: 10px 14px; }
.w-dialog-head h2 { margin: 0; font-size: 17px; font-weight: 500; }
.w-dialog-wall { min-height: 150px; padding: 16px; background: var(--wall-image) var(--wall); background-size: 300px; display: flex; flex-direction: column; justify-content: center; }
.w-picker { overflow-y: auto; padding: 0 14px; }
.w-contact { display: flex; align-items: center; gap: 12px; padding: 7px 4px; cursor: pointer; }
.w-contact .w-avatar { width: 40px; height: 40px; font-size: 14px; }
.w-contact input { width: 18px; height: 18px; accent-color: var(--green); }
.w-status-page { position: fixed; inset: 0; background: #4a5d7e; color: #fff; display: flex; flex-direction: column; z-index: 10; }
.w-status-page .w-field { display: flex; flex-direction: column; justify-content: center; padding: 0 12%; }
.w-status-page .w-editable { font-size: 32px; line-height: 42px; max-height: calc(var(--visible-lines) * 42px); text-align: center; caret-color: #fff; }
.w-status-page .w-line { text-align: center; }
.w-status-page .w-placeholder { inset: calc(50% - 21px) 12% auto; font-size: 32px; line-height: 42px; text-align: center; color: rgb(255 255 255 / 70%); }
.w-status-page .w-round:not(.w-send) { color: #fff; }
.w-status-foot { display: flex; justify-content: flex-end; padding: 18px; background: rgb(0 0 0 / 22%); }
.w-status-foot .w-send { width: 52px; height: 52px; }
`;
