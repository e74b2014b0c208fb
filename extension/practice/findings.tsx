// What the rules found in a text, each with its reason.
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Finding } from "../../wasm/linter/engine.d.ts";
import type { WrittenLocale as Locale } from "../strings.ts";
import { Reason } from "../ui/reason.tsx";
import type { Checking } from "./checking.ts";
import { quoted, say } from "./words.ts";

interface Props {
  checking: Checking;
  locale: Locale;
  text: string;
  findings: readonly Finding[];
}

export function Findings({ checking, locale, text, findings }: Props): VNode {
  return (
    <ul class="findings">
      {findings.map((finding) => (
        <li key={`${finding.rule} ${finding.start}`} data-rule={finding.rule} data-action={finding.action}>
          <p class="what">
            <span class="badge">{say(locale, `action_${finding.action}`)}</span>
            <strong>{finding.message}</strong>
          </p>
          <p class="where">{quoted(locale, text.slice(finding.start, finding.end))}</p>
          <Why checking={checking} locale={locale} rule={finding.rule} />
        </li>
      ))}
    </ul>
  );
}

/** The reason of a rule, once it is told. */
export function Why({
  checking,
  locale,
  rule,
}: {
  checking: Checking;
  locale: Locale;
  rule: string;
}): VNode | null {
  const [html, setHtml] = useState<string>();
  useEffect(() => {
    let wanted = true;
    const ask = () => checking.engine.why(rule, locale);
    void checking.ready
      .then(ask)
      .then(async (told) => told ?? (await ask())) // the first answer waits for its program, on a slow machine in vain
      .then((told) => wanted && setHtml(told));
    return () => {
      wanted = false;
    };
  }, [rule, locale]);
  return html ? <Reason html={html} /> : null;
}
