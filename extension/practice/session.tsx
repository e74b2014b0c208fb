// A session: scenarios in rounds, then a sheet and a certificate to print. What was practised outside of one is on them too. Rounds live
// in this page alone, and end with it.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { type WrittenLocale as Locale, pluralForm } from "../strings.ts";
import type { Sent } from "./chat.tsx";
import { focusTitle, useChange } from "./focus.ts";
import type { Lesson } from "./lessons.ts";
import { Practice } from "./practice.tsx";
import type { ViewProps } from "./room.tsx";
import { Certificate, Sheet } from "./sheet.tsx";
import { say } from "./words.ts";

/** A message that was sent in a round. */
export interface Round {
  lesson: Lesson;
  sent: Sent;
}

/** What the session holds; kept here, so that a look at another view does not end it. */
const session: Held = {
  left: [],
  picked: [],
  rounds: [],
  at: 0,
  state: "start",
  print: "sheet",
  name: "",
};

interface Held {
  /** Ids of the lessons that are not wanted. */
  left: string[];
  picked: Lesson[];
  rounds: Round[];
  at: number;
  state: "start" | "on" | "done";
  print: "sheet" | "certificate";
  /** On the certificate. */
  name: string;
}

/** What another session begins with: the choice of lessons stays. */
const afresh: Partial<Held> = { rounds: [], state: "start", print: "sheet", name: "" };

/** Notes a message that was practised, in the session or in a scenario on its own. */
export function note(round: Round): void {
  session.rounds = [...session.rounds, round];
}

export function Session(props: ViewProps): VNode {
  const [, redraw] = useState(0);
  const set = (change: Partial<Held>) => {
    Object.assign(session, change);
    redraw((count) => count + 1);
  };
  const { at, picked, state } = session;
  useChange(focusTitle, [at, state]);
  const lesson = picked[at];
  if (state === "start") return <Start {...props} set={set} />;
  if (state === "done" || !lesson) return <Done {...props} set={set} />;
  const onward = () => (at + 1 < picked.length ? set({ at: at + 1 }) : set({ state: "done" }));
  const last = at + 1 === picked.length;
  return (
    <>
      <p class="stepper" data-part="round">
        <progress value={at} max={picked.length} aria-label={say(props.locale, "session")} />
        {say(props.locale, "session_round", at + 1, picked.length)}
        <button type="button" data-act="skip" onClick={onward}>
          {say(props.locale, "session_skip")}
        </button>
        <button type="button" data-act="end" onClick={() => set({ state: "done" })}>
          {say(props.locale, "session_end")}
        </button>
      </p>
      <Practice
        key={lesson.id}
        {...props}
        lesson={lesson}
        sent={(sent) => note({ lesson, sent })}
        onward={
          <button type="button" class="primary" data-act="onward" onClick={onward}>
            {say(props.locale, last ? "session_end" : "next")}
          </button>
        }
      />
    </>
  );
}

interface PartProps extends ViewProps {
  set: (change: Partial<Held>) => void;
}

function Start({ locale, lessons: { lessons }, set }: PartProps): VNode {
  const { left } = session;
  const picked = lessons.filter(({ id }) => !left.includes(id));
  const toggle = (id: string) =>
    set({ left: left.includes(id) ? left.filter((each) => each !== id) : [...left, id] });
  return (
    <div class="page">
      <h1>{say(locale, "session")}</h1>
      <p class="lead">{say(locale, "session_intro")}</p>
      <fieldset class="ticks">
        <legend>{say(locale, "session_pick")}</legend>
        {lessons.map(({ id, title }) => (
          <label key={id}>
            <input type="checkbox" checked={!left.includes(id)} onChange={() => toggle(id)} /> {title[locale]}
          </label>
        ))}
      </fieldset>
      <button
        type="button"
        class="primary"
        data-act="begin"
        disabled={picked.length === 0}
        onClick={() => set({ picked, at: 0, state: "on" })}
      >
        {say(locale, "session_start")}
      </button>
      <Practised locale={locale} end={() => set({ state: "done" })} />
    </div>
  );
}

/** What was practised before a session, and the way to its sheet. */
function Practised({ locale, end }: { locale: Locale; end: () => void }): VNode | null {
  const count = session.rounds.length;
  if (count === 0) return null;
  return (
    <p class="stepper" data-part="practised">
      {say(locale, `session_practised_${pluralForm(locale, count)}`, count)}
      <button type="button" data-act="end" onClick={end}>
        {say(locale, "session_end")}
      </button>
    </p>
  );
}

function Done({ locale, set }: PartProps): VNode {
  const { print, name } = session;
  return (
    <div class="page" data-print={print}>
      <div class="screen-only">
        <h1>{say(locale, "session_done")}</h1>
        <p class="ways">
          <button type="button" aria-pressed={print === "sheet"} onClick={() => set({ print: "sheet" })}>
            {say(locale, "sheet")}
          </button>
          <button
            type="button"
            data-act="certificate"
            aria-pressed={print === "certificate"}
            onClick={() => set({ print: "certificate" })}
          >
            {say(locale, "certificate")}
          </button>
          <button type="button" class="primary" data-act="print" onClick={() => window.print()}>
            {say(locale, print === "sheet" ? "sheet_print" : "certificate_print")}
          </button>
          <button type="button" data-act="export" onClick={() => save(session.rounds)}>
            {say(locale, "export")}
          </button>
          <button type="button" data-act="restart" onClick={() => set(afresh)}>
            {say(locale, "session_restart")}
          </button>
        </p>
      </div>
      {print === "sheet" ? (
        <Sheet locale={locale} rounds={session.rounds} />
      ) : (
        <Certificate locale={locale} rounds={session.rounds} name={name} rename={(to) => set({ name: to })} />
      )}
    </div>
  );
}

/** Hands the rounds to the browser as a file: the user's own gesture, and the only way anything is kept. */
function save(rounds: readonly Round[]): void {
  const plain = rounds.map(({ lesson, sent }) => ({
    lesson: lesson.id,
    text: sent.text,
    verdict: sent.settled ? sent.verdict : null, // the engine had not answered
    findings: sent.findings.map(({ rule, action, message }) => ({ rule, action, message })),
  }));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(
    new Blob([JSON.stringify({ rounds: plain }, null, 2)], { type: "application/json" }),
  );
  link.download = "bonton-session.json";
  link.click();
  URL.revokeObjectURL(link.href);
}
