// The examples of one rule, each linted now, and a field to try one's own.
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Draft, Finding } from "../../wasm/linter/engine.d.ts";
import type { ListedRule } from "../engine/rules-file.ts";
import type { Locale } from "../strings.ts";
import type { Checking } from "./checking.ts";
import { Why } from "./findings.tsx";
import type { RuleExamples } from "./lessons.ts";
import { quoted, say } from "./words.ts";

interface Props {
  rule: ListedRule;
  locale: Locale;
  checking: Checking;
  examples: RuleExamples | undefined;
}

export function Examples(props: Props): VNode {
  const { rule, locale, checking, examples } = props;
  const asleep = rule.when?.crisis === true;
  const ask = (text: string) => foundBy(rule.id, checking, locale, examples, text);
  return (
    <div class="examples">
      <Why checking={checking} locale={locale} rule={rule.id} />
      {asleep && <p class="small">{say(locale, "crisis_only")}</p>}
      <List
        title={say(locale, "must_flag")}
        texts={examples?.flag ?? []}
        wanted
        {...{ ask, asleep, locale }}
      />
      <List
        title={say(locale, "must_pass")}
        texts={examples?.pass ?? []}
        wanted={false}
        {...{ ask, asleep, locale }}
      />
      {!asleep && <Try locale={locale} ask={ask} />}
    </div>
  );
}

type Ask = (text: string) => Promise<Finding[]>;

/** What one rule finds in a text, put where the rule applies. */
async function foundBy(
  rule: string,
  checking: Checking,
  locale: Locale,
  examples: RuleExamples | undefined,
  text: string,
): Promise<Finding[]> {
  await checking.ready;
  const { thread, ...setting } = examples?.draft ?? {};
  const draft: Draft = { ...(setting as Draft), ...(thread ? { thread } : {}), revision: 0, text, locale };
  const report = await checking.engine.lint(draft);
  return "error" in report ? [] : report.findings.filter((finding) => finding.rule === rule);
}

interface ListProps {
  title: string;
  texts: string[];
  /** Whether something must be found. */
  wanted: boolean;
  /** The rule does not hold now: nothing can be asked. */
  asleep: boolean;
  ask: Ask;
  locale: Locale;
}

function List({ title, texts, ...more }: ListProps): VNode {
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {texts.map((text) => (
          <Example key={text} marked={text} {...more} />
        ))}
      </ul>
    </>
  );
}

function Example({
  marked,
  wanted,
  asleep,
  ask,
  locale,
}: Omit<ListProps, "title" | "texts"> & { marked: string }): VNode {
  const text = marked.replaceAll("[[", "").replaceAll("]]", "");
  const [found, setFound] = useState<Finding[]>();
  useEffect(() => {
    let here = true;
    if (!asleep) void ask(text).then((findings) => here && setFound(findings));
    return () => {
      here = false;
    };
  }, [text]);
  if (!found) return <li>{asleep ? marked : text}</li>;
  const right = found.length > 0 === wanted;
  return (
    <li data-right={right}>
      <Marked text={text} findings={found} />{" "}
      <span class={right ? "good" : "bad"}>{say(locale, right ? "as_wanted" : "not_as_wanted")}</span>
    </li>
  );
}

/** A text with what was found marked in it. */
function Marked({ text, findings }: { text: string; findings: readonly Finding[] }): VNode {
  const pieces: (VNode | string)[] = [];
  let at = 0;
  for (const { start, end } of findings) {
    if (start < at) continue;
    pieces.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <span dir="auto">
      {pieces}
      {text.slice(at)}
    </span>
  );
}

function Try({ locale, ask }: { locale: Locale; ask: Ask }): VNode {
  const [answer, setAnswer] = useState("");
  const tell = async (text: string) => {
    const [first] = await ask(text);
    setAnswer(
      first
        ? say(locale, "try_found", quoted(locale, text.slice(first.start, first.end)))
        : say(locale, "nothing_found"),
    );
  };
  return (
    <p class="try">
      <label>
        {say(locale, "try_it")}
        <input type="text" onInput={({ currentTarget }) => void tell(currentTarget.value)} />
      </label>
      <output>{answer}</output>
    </p>
  );
}
