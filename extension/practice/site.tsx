// The room as a site of its own, which any host can serve: it verifies its rules itself, says so if it cannot, and keeps its
// files for the days without a network.
import { openRoom, type Trust, type TrustState } from "./start.tsx";
import type { Verified } from "./verify.ts";

/** root.json, built in. */
declare const SITE_ROOT: string;

const trust: Trust = {
  follow(hear, ready) {
    hear({ kind: "checking" });
    void ready.then(() => {
      verify(hear);
      keep();
    });
  },
};

/** In a Worker of its own, with which the program's memory goes. */
function verify(hear: (state: TrustState) => void): void {
  const worker = new Worker("verify-worker.js");
  const done = (state: TrustState) => {
    worker.terminate();
    hear(state);
  };
  worker.onmessage = ({ data }: MessageEvent<Verified>) =>
    done("error" in data ? { kind: "failed", error: data.error } : { kind: "verified", ...data });
  worker.onerror = ({ message }) => done({ kind: "failed", error: message || "the verifier did not start" });
  worker.postMessage(SITE_ROOT);
}

/** Keeps the site's files. */
function keep(): void {
  navigator.serviceWorker?.register("../offline.js").catch((error: unknown) => {
    console.warn("Without a network this page will not open:", error); // such as on plain http, off this computer
  });
}

void openRoom(navigator.language, trust);
