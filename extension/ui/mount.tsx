// The user interface as a whole: a view goes in, actions come out. Everything is drawn inside the given shadow root.
import { render as draw, type VNode } from "preact";
import { Card } from "./card.tsx";
import { Chip } from "./chip.tsx";
import { Focus } from "./focus.ts";
import { Hold } from "./hold.tsx";
import { listenToKeys } from "./keys.ts";
import { List } from "./list.tsx";
import { Notice } from "./notice.tsx";
import { identityOf, type PartName, panelOf, pictureOf } from "./parts.ts";
import { probeOf, watchCovers } from "./probe.ts";
import { Quoted } from "./quoted.tsx";
import { styles } from "./styles/styles.ts";
import { TamperWatch } from "./tamper.ts";
import { Trust } from "./trust.ts";
import { type Ui, uiOf } from "./ui.ts";
import type { Actions, View } from "./view.ts";

/** The mounted interface. */
export interface Mounted {
  /** Shows a view; call again whenever anything in it changes, also after a resize. */
  render(view: View): void;
  /** Moves the focus into a part, for a keyboard shortcut; answers whether the part is there. */
  focus(part: PartName): boolean;
  /** Removes everything and stops listening. */
  dispose(): void;
}

export interface MountOptions {
  /** Milliseconds on a clock that only goes forward; tests replace it. */
  now?: () => number;
  /** The page's own policy forbids `<style>`, and this script runs in the page's world: its sheet is a constructed one. */
  constructed?: boolean;
}

/** Draws into an open shadow root whose host stands on the document element. */
export function mountUI(root: ShadowRoot, actions: Actions, options: MountOptions = {}): Mounted {
  const document = root.ownerDocument;
  const sheet = options.constructed ? constructedSheet : styleElement;
  let [style, box] = seat(root, sheet);
  const trust = new Trust(probeOf(root, options.now ?? (() => performance.now())));
  const covers = watchCovers(trust);
  const focus = new Focus(root);
  let shown: View | undefined;
  let picture = "";
  const stopKeys = listenToKeys(root, trust, actions, () => shown as View);
  let redraw = 0;
  const seated = () => style.parentNode === root && box.parentNode === root;
  const tamper = new TamperWatch(root, seated, (harmed) => {
    trust.tampered();
    if (harmed && shown) redraw ||= requestAnimationFrame(drawAnew); // once a frame: a script may not give up
  });

  function render(view: View): void {
    const next = pictureOf(view, viewportOf(document));
    if (next === picture) shown = view;
    else tamper.own(() => drawInto(view)); // a key that changes nothing on the screen must cost the page nothing
    picture = next;
  }

  function drawAnew(): void {
    redraw = 0;
    tamper.own(() => {
      const before = root.activeElement;
      style.remove();
      box.remove();
      [style, box] = seat(root, sheet);
      drawInto(shown as View, before);
    });
  }

  function drawInto(view: View, before: Element | null = root.activeElement): void {
    shown = view;
    draw(<Everything ui={uiOf(view, viewportOf(document), actions, trust)} />, box);
    const parts = [...box.querySelectorAll<HTMLElement>("[data-part]:not([hidden])")];
    for (const part of parts) trust.shown(part, identityOf(part.dataset.part as PartName, view));
    covers.watch(parts);
    focus.follow(before, view);
  }

  function dispose(): void {
    stopKeys();
    cancelAnimationFrame(redraw);
    tamper.dispose();
    covers.dispose();
    draw(null, box);
    root.replaceChildren();
  }

  return { render, focus: (part) => focus.into(part), dispose };
}

function Everything({ ui }: { ui: Ui }): VNode {
  const { view } = ui;
  const panel = panelOf(view);
  const finding = view.card && view.findings[view.card.finding];
  return (
    <div class="ui" data-theme={view.theme} lang={view.locale} dir={view.dir}>
      {view.chip && <Chip ui={ui} chip={view.chip} />}
      <List ui={ui} />
      {panel === "card" && view.card && finding && <Card ui={ui} card={view.card} finding={finding} />}
      {panel === "notice" && view.notice && <Notice ui={ui} notice={view.notice} />}
      {panel === "hold" && view.hold && <Hold ui={ui} hold={view.hold} />}
      <div class="unseen" role="status" aria-live="polite">
        <Quoted locale={view.locale} sentence={view.announcement} quoted={view.quoted} />
      </div>
    </div>
  );
}

/** Puts our sheet and a box for our parts into the root. */
function seat(
  root: ShadowRoot,
  sheet: (root: ShadowRoot) => HTMLElement,
): [style: HTMLElement, box: HTMLElement] {
  const style = sheet(root);
  const box = root.ownerDocument.createElement("div");
  keepPointer(box);
  root.append(style, box);
  return [style, box];
}

/**
 * A `<style>` whose text is set by the script itself: Firefox then lets it past the page's style-src, as it would not
 * a text node appended to it; adoptedStyleSheets cannot be assigned from its content scripts at all.
 */
function styleElement({ ownerDocument }: ShadowRoot): HTMLStyleElement {
  const style = ownerDocument.createElement("style");
  style.textContent = styles;
  return style;
}

/** The sheet on the root itself; the element only keeps its place. */
function constructedSheet(root: ShadowRoot): HTMLElement {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  const place = root.ownerDocument.createElement("span");
  place.hidden = true;
  return place;
}

function viewportOf({ documentElement }: Document) {
  return { width: documentElement.clientWidth, height: documentElement.clientHeight };
}

/** Presses on our parts stay ours, and leave focus and selection in the editor; the dialog has the focus anyway, and words
 *  to copy by hand must be selected for it. */
function keepPointer(box: HTMLElement): void {
  const press = (event: Event) => {
    event.stopPropagation();
    if (!(event.target as Element).closest("[role=alertdialog], a, .by-hand code")) event.preventDefault();
  };
  const stop = (event: Event) => event.stopPropagation();
  const presses = ["pointerdown", "mousedown"];
  const others = ["pointerup", "mouseup", "click", "dblclick", "contextmenu"];
  for (const name of presses) box.addEventListener(name, press);
  for (const name of others) box.addEventListener(name, stop);
}
