// Before and after: the same message, bad and good, side by side, both to be typed over, each finding with its reason. A
// trainer goes through it step by step with the arrow keys.
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Locale } from "../strings.ts";
import { Reason } from "../ui/reason.tsx";
import type { Checked, Checking } from "./checking.ts";
import { Editor } from "./editor.tsx";
import { Findings } from "./findings.tsx";
import type { Lesson } from "./lessons.ts";
import type { ViewProps } from "./room.tsx";
import { openingOf, situationOf } from "./situation.ts";
import { useSteps } from "./steps.ts";
import { say } from "./words.ts";

/** What a step adds: the situation, the bad text, its findings, the good text, what to remember. */
const STEPS = 5;

export function Compare({ name, locale, lessons: { lessons }, checking }: ViewProps): VNode {
  const lesson = lessons.find(({ id }) => id === name) ?? lessons[0];
  if (!lesson) return <p class="page">{say(locale, "no_lessons")}</p>;
  return (
    <div class="page">
      <label class="pick">
        {say(locale, "choose")}
        <select
          value={lesson.id}
          onChange={({ currentTarget }) => {
            location.hash = `#/compare/${currentTarget.value}`;
          }}
        >
          {lessons.map(({ id, title }) => (
            <option key={id} value={id}>
              {title[locale]}
            </option>
          ))}
        </select>
      </label>
      <Pair key={`${lesson.id} ${locale}`} lesson={lesson} locale={locale} checking={checking} />
    </div>
  );
}

interface Props {
  lesson: Lesson;
  locale: Locale;
  checking: Checking;
}

function Pair({ lesson, locale, checking }: Props): VNode {
  const { step, go } = useSteps(STEPS);
  const opening = openingOf(lesson, locale);
  useEffect(() => checking.enter(situationOf(lesson, locale, opening), "breaks"), []);
  return (
    <>
      <h1>{lesson.title[locale]}</h1>
      <p class="lead">{lesson.cast.me[locale]}</p>
      {opening.map(({ from, name, text }) => (
        <p key={text} class={`bubble ${from}`}>
          <b>{name ?? (from === "me" ? say(locale, "to_me") : lesson.cast.them[locale])}</b>
          {text}
        </p>
      ))}
      <Stepper locale={locale} step={step} go={go} />
      <div class="pair">
        {step >= 1 && (
          <Side side="before" text={lesson.bad[locale]} reasons={step >= 2} {...{ locale, checking }} />
        )}
        {step >= 3 && <Side side="after" text={lesson.model[locale]} reasons {...{ locale, checking }} />}
      </div>
      {step >= 1 && <p class="small">{say(locale, "over")}</p>}
      {step >= 4 && (
        <section class="learnt">
          <h2>{say(locale, "learnt")}</h2>
          <Reason html={lesson.reason[locale]} />
        </section>
      )}
    </>
  );
}

function Stepper({ locale, step, go }: { locale: Locale; step: number; go: (to: number) => void }): VNode {
  return (
    <p class="stepper">
      <button type="button" data-act="step-back" disabled={step === 0} onClick={() => go(step - 1)}>
        {say(locale, "step_back")}
      </button>
      <span aria-live="polite" data-part="step">
        {say(locale, "step", step + 1, STEPS)}
      </span>
      <button
        type="button"
        data-act="step-next"
        class="primary"
        disabled={step === STEPS - 1}
        onClick={() => go(step + 1)}
      >
        {say(locale, "step_next")}
      </button>
      <span class="small">{say(locale, "keys")}</span>
    </p>
  );
}

interface SideProps {
  side: "before" | "after";
  text: string;
  reasons: boolean;
  locale: Locale;
  checking: Checking;
}

function Side({ side, text, reasons, locale, checking }: SideProps): VNode {
  const [checked, setChecked] = useState<Checked>({
    text: "",
    findings: [],
    verdict: "clean",
    settled: false,
  });
  const { findings, settled } = checked;
  return (
    <section class={`side-by ${side}`} data-side={side} data-verdict={checked.verdict} data-settled={settled}>
      <h2>{say(locale, side)}</h2>
      <Editor checking={checking} label={say(locale, side)} text={text} hear={setChecked} />
      {reasons && findings.length > 0 && (
        <Findings checking={checking} locale={locale} text={checked.text} findings={findings} />
      )}
      {reasons && findings.length === 0 && (
        <p class={settled ? "good" : "small"}>{say(locale, settled ? "nothing_found" : "checking")}</p>
      )}
    </section>
  );
}
