// Before and after: the same message, bad and good, side by side, both to be typed over, each finding with its reason. A
// trainer goes through it step by step with the arrow keys.
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { WrittenLocale as Locale } from "../strings.ts";
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
      <Pair key={lesson.id} {...{ lesson, locale, checking }} next={lessons[lessons.indexOf(lesson) + 1]} />
    </div>
  );
}

interface Props {
  lesson: Lesson;
  /** The lesson after this one. */
  next: Lesson | undefined;
  locale: Locale;
  checking: Checking;
}

function Pair({ lesson, next, locale, checking }: Props): VNode {
  const { step, go } = useSteps(STEPS, () => {
    if (next) location.hash = `#/compare/${next.id}`;
  });
  const opening = openingOf(lesson, locale);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => checking.enter(situationOf(lesson, locale, opening), "breaks"), [lesson, locale]);
  useEffect(() => {
    const shown = end.current?.querySelectorAll("[data-step]");
    if (step > 0) shown?.[shown.length - 1]?.scrollIntoView({ block: "nearest" });
    checking.refresh();
  }, [step]);
  return (
    <div class="present" ref={end}>
      <h1>{lesson.title[locale]}</h1>
      <p class="lead">{lesson.cast.me[locale]}</p>
      <div class="opening">
        {opening.map(({ from, name, text }) => (
          <p key={text} class={`bubble ${from}`}>
            <b>{name ?? (from === "me" ? say(locale, "to_me") : lesson.cast.them[locale])}</b>
            {text}
          </p>
        ))}
      </div>
      <Stepper locale={locale} step={step} go={go} end={!next} />
      <div class="pair">
        {step >= 1 && (
          <Side side="before" text={lesson.bad[locale]} reasons={step >= 2} {...{ locale, checking }} />
        )}
        {step >= 3 && <Side side="after" text={lesson.model[locale]} reasons {...{ locale, checking }} />}
      </div>
      {step >= 1 && <p class="small over">{say(locale, "over")}</p>}
      {step >= 4 && (
        <section class="learnt" data-step>
          <h2>{say(locale, "learnt")}</h2>
          <Reason html={lesson.reason[locale]} />
        </section>
      )}
    </div>
  );
}

interface StepperProps {
  locale: Locale;
  step: number;
  go: (to: number) => void;
  /** Nothing comes after the last step. */
  end: boolean;
}

function Stepper({ locale, step, go, end }: StepperProps): VNode {
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
        disabled={end && step === STEPS - 1}
        onClick={() => go(step + 1)}
      >
        {say(locale, "step_next")}
      </button>
      <span class="small keys">{say(locale, "keys")}</span>
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
    <section
      class={`side-by ${side}`}
      data-step
      data-side={side}
      data-verdict={checked.verdict}
      data-settled={settled}
    >
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
