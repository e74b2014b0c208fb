// What is in force, and who vouches for it, in one line.
import type { VNode } from "preact";
import type { Engine } from "../content/engine.ts";
import type { WrittenLocale as Locale } from "../strings.ts";
import type { TrustState } from "./start.tsx";
import { say } from "./words.ts";

export function TrustLine(props: { locale: Locale; trust: TrustState; engine: Engine }): VNode {
  const { words, bad } = lineOf(props);
  return (
    <p
      class={bad ? "banner bad" : "trust"}
      role={bad ? "alert" : "status"}
      data-part="trust"
      data-state={props.trust.kind}
      data-engine={props.engine.state}
    >
      {words}
    </p>
  );
}

function lineOf({ locale, trust, engine }: Parameters<typeof TrustLine>[0]): { words: string; bad: boolean } {
  if (engine.state === "failed") return { words: say(locale, "engine_failed"), bad: true };
  if (trust.kind === "failed") return { words: say(locale, "sign_bad", trust.error), bad: true };
  if (trust.kind === "verified")
    return { words: say(locale, trust.dev ? "sign_dev" : "sign_good", trust.version), bad: false };
  if (!engine.bundle) return { words: say(locale, "starting"), bad: false };
  if (trust.kind === "checking") return { words: say(locale, "sign_checking"), bad: false };
  const { state, version } = engine.bundle;
  return { words: say(locale, `rules_${state}`, version), bad: state === "refused" || state === "stale" };
}
