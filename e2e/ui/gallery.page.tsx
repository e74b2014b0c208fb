// The gallery. Without an address part it is a sheet of all states; `#state=…&theme=…&locale=…&dir=…` shows one, on a
// clock that tests move by hand when `&clock=by-hand` is there.
import { type Mounted, mountUI } from "../../extension/ui/mount.tsx";
import type { View } from "../../extension/ui/view.ts";
import { answering } from "./answers.ts";
import { buildScene, type Look } from "./scene.ts";
import { stateNames, stateOf } from "./states.ts";

/** What tests reach through `window.gallery`. */
export interface Gallery {
  names: readonly string[];
  /** Every action called so far, as `name(argument, …)`. */
  calls: string[];
  /** Shows a state by name, or with changes. */
  show(state: string, changes?: Partial<View>): void;
  /** Moves the clock on, in milliseconds. */
  advance(ms: number): void;
  ui: Mounted;
}

declare global {
  interface Window {
    gallery: Gallery;
  }
}

const params = new URLSearchParams(location.hash.slice(1));
const look: Look = {
  locale: params.get("locale") === "en" ? "en" : "fr",
  theme: params.get("theme") === "dark" ? "dark" : "light",
  dir: params.get("dir") === "rtl" ? "rtl" : "ltr",
};
const first = params.get("state");
if (first) openState(first);
else openSheet();

function openState(name: string): void {
  const scene = buildScene(look);
  const host = document.createElement("bonton-ui");
  document.documentElement.append(host);
  const calls: string[] = [];
  let shown = stateOf(name, scene);
  let time = 0;
  const draw = (view: View) => {
    shown = view;
    ui.render(view);
  };
  const actions = answering(scene, calls, () => shown, draw);
  const clock = params.get("clock") === "by-hand" ? { now: () => time } : {};
  const ui = mountUI(host.attachShadow({ mode: "open" }), actions, clock);
  const show: Gallery["show"] = (state, changes) => draw({ ...stateOf(state, scene), ...changes });
  const advance: Gallery["advance"] = (ms) => {
    time += ms;
  };
  window.gallery = { names: stateNames, calls, show, advance, ui };
  draw(shown);
}

function openSheet(): void {
  const figures = stateNames.map((state) => {
    const frame = document.createElement("iframe");
    frame.src = `${location.pathname}#${new URLSearchParams({ ...look, state })}`;
    frame.title = state;
    const figure = document.createElement("figure");
    figure.append(state, frame);
    return figure;
  });
  const sheet = document.createElement("main");
  sheet.className = "sheet";
  sheet.append(...figures);
  document.body.append(sheet);
}
