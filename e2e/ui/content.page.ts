// A content script with nothing but the interface, for the test of its styles and reasons under a strict page.
import { mountUI } from "../../extension/ui/mount.tsx";
import type { Actions } from "../../extension/ui/view.ts";

const nothing = () => {};
const actions: Actions = {
  fix: nothing,
  edit: nothing,
  sendAnyway: nothing,
  justify: nothing,
  report: nothing,
  why: nothing,
  open: nothing,
  toggleList: nothing,
  close: nothing,
};

const host = document.createElement("bonton-ui");
document.documentElement.append(host);
mountUI(host.attachShadow({ mode: "open" }), actions).render({
  locale: "fr",
  theme: "light",
  dir: "ltr",
  chip: { state: "ready", verdict: "clean", left: 40, top: 60 },
  findings: [
    {
      rule: "tone/blame",
      category: "tone",
      action: "warn",
      start: 0,
      end: 3,
      message: "Message",
      confidence: 5,
      fixes: [],
    },
  ],
  list: false,
  card: {
    finding: 0,
    anchor: { left: 40, top: 100, right: 80, bottom: 120 },
    why: "<p><strong>Reason</strong></p>",
  },
  announcement: "",
});
