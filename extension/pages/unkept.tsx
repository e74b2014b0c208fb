// Says that the change asked for last could not be kept, and so was not made.
import type { VNode } from "preact";
import { t } from "../strings.ts";
import type { Stored } from "./stored.ts";

/** Empty until then, but there, so that a screen reader is told. */
export function Unkept({ stored: { unkept, locale } }: { stored: Stored }): VNode {
  return (
    <p class="bad unkept" role="alert" hidden={!unkept}>
      {unkept && t(locale, "ignore_failed")}
    </p>
  );
}
