/** The record of everything that left the page. */

/** Where text leaves from. */
export type SurfaceName = "composer" | "caption" | "edit" | "forward" | "status" | "question";

/** What made a text leave. */
export type SendPath =
  | "enter"
  | "click"
  | "schedule"
  | "internal"
  | "caption"
  | "edit"
  | "forward"
  | "status"
  | "question";

/** The gesture behind a send. */
export type SendGesture = "enter" | "click" | "schedule" | "internal";

/** One send, as `window.__sends` keeps it. */
export interface Send {
  /** The gesture in the composer; the surface's name elsewhere. */
  path: SendPath;
  /** The gesture, whatever the surface. */
  by: SendGesture;
  /** The text of Lexical's state after the page's trim: what really left, whatever the DOM showed. */
  text: string;
  /** `isTrusted` of the event behind it; false for the internal action. */
  trusted: boolean;
  /** Name of the chat. */
  chat: string;
  surface: SurfaceName | "schedule";
  /** Milliseconds since the page started. */
  at: number;
}

declare global {
  interface Window {
    __sends: Send[];
  }
}

window.__sends = [];

/** Records one send. */
export function logSend(send: Omit<Send, "at" | "path">): Send {
  const own = send.surface === "composer" || send.surface === "schedule";
  const path: SendPath = own ? send.by : (send.surface as SendPath);
  const entry: Send = { path, ...send, at: performance.now() };
  window.__sends.push(entry);
  return entry;
}
