// The examples of one rule, each linted now, and a field to try one's own.
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Draft, Finding } from "../../wasm/linter/engine.d.ts";
import type { ListedRule } from "../engine/rules-file.ts";
import type { WrittenLocale as Locale } from "../strings.ts";
import type { Checking } from "./checking.ts";
import { Why } from "./findings.tsx";
import type { RuleExamples } from "./lessons.ts";
import { triedWords } from "./tried.ts";
import { say } from "./words.ts";

interface Props {
  rule: ListedRule;
  locale: Locale;
  checking: Checking;
  examples: RuleExamples | undefined;
}

export function Examples(props: Props): VNode {
  const { rule, locale, checking, examples } = props;
  const asleep = rule.when?.crisis === true;
  const ask = (text: string) => found(checking, locale, examples, text);
  const more = { rule: rule.id, ask, asleep, locale };
  return (
    <div class="examples">
      <Why checking={checking} locale={locale} rule={rule.id} />
      {asleep && <p class="small">{say(locale, "crisis_only")}</p>}
      <List title={say(locale, "must_flag")} texts={examples?.flag ?? []} wanted {...more} />
      <List title={say(locale, "must_pass")} texts={examples?.pass ?? []} wanted={false} {...more} />
      {!asleep && <Try {...more} />}
    </div>
  );
}

type Ask = (text: string) => Promise<Finding[] | undefined>;

/** What all rules find in a text, put where one of them applies; undefined where the engine fails on it. */
async function found(
  checking: Checking,
  locale: Locale,
  examples: RuleExamples | undefined,
  text: string,
): Promise<Finding[] | undefined> {
  await checking.ready;
  const { thread, ...setting } = examples?.draft ?? {};
  const draft: Draft = { ...(setting as Draft), ...(thread ? { thread } : {}), revision: 0, text, locale };
  const report = await checking.engine.lint(draft);
  return "error" in report ? undefined : report.findings;
}

interface ListProps {
  rule: string;
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

interface ExampleProps extends Omit<ListProps, "title" | "texts"> {
  marked: string;
}

function Example({ rule, marked, wanted, asleep, ask, locale }: ExampleProps): VNode {
  const text = marked.replaceAll("[[", "").replaceAll("]]", "");
  const [findings, setFindings] = useState<Finding[]>();
  useEffect(() => {
    let here = true;
    if (!asleep) void ask(text).then((all) => here && setFindings(all));
    return () => {
      here = false;
    };
  }, [text]);
  if (!findings) return <li>{asleep ? marked : text}</li>;
  const own = findings.filter((finding) => finding.rule === rule);
  const other =
    wanted && own.length === 0 ? findings.find((finding) => overlaps(finding, marked)) : undefined;
  const right = own.length > 0 === wanted || other !== undefined;
  const words = other
    ? say(locale, "found_by_other", other.rule)
    : say(locale, right ? "as_wanted" : "not_as_wanted");
  return (
    <li data-right={right}>
      <Marked text={text} findings={other ? [other] : own} />{" "}
      <span class={right ? "good" : "bad"}>{words}</span>
    </li>
  );
}

/** Whether a finding lies where an example has a mark: of rules that find the same place, the strongest is heard. */
function overlaps({ start, end }: Finding, marked: string): boolean {
  let at = 0;
  return marked.split(/\[\[|\]\]/).some((piece, i) => {
    const from = at;
    at += piece.length;
    return i % 2 === 1 && start < at && from < end;
  });
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

function Try({ rule, locale, ask }: Pick<ListProps, "rule" | "locale" | "ask">): VNode {
  const [answer, setAnswer] = useState("");
  const asked = useRef(0);
  const tell = async (text: string) => {
    const question = ++asked.current;
    const findings = await ask(text);
    if (question === asked.current) setAnswer(triedWords(locale, rule, text, findings));
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
