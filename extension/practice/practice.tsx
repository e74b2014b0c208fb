// One scenario: the situation beside a chat that answers, and what the rules made of each message that was sent.
import type { VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import { Chat, type Sent } from "./chat.tsx";
import { useChange } from "./focus.ts";
import { elementsOf, type Lesson, replyTo } from "./lessons.ts";
import { Outcome } from "./outcome.tsx";
import type { ViewProps } from "./room.tsx";
import { type RoomKey, say } from "./words.ts";

interface Props extends ViewProps {
  lesson: Lesson;
  /** A message was sent; for the sheet. */
  sent: (sent: Sent) => void;
  /** What follows the outcome; otherwise the ways to other scenarios. */
  onward?: VNode;
}

export function Practice(props: Props): VNode {
  const { lesson, locale, checking } = props;
  const [sent, setSent] = useState<Sent>();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [round, setRound] = useState(0);
  const answer = sent?.settled ? replyTo(lesson, sent, ticked)?.[locale] : undefined;
  const here = useRef<HTMLDivElement>(null);
  useChange(() => here.current?.querySelector<HTMLElement>(".editor")?.focus(), [round]);
  const again = () => {
    setSent(undefined);
    setRound(round + 1);
  };
  return (
    <div class="practice" ref={here}>
      <section class="side" aria-label={say(locale, "situation")}>
        <h1>{lesson.title[locale]}</h1>
        <p>{lesson.cast.me[locale]}</p>
        <Expected {...props} />
        <Hints {...props} />
      </section>
      <Chat
        key={round}
        lesson={lesson}
        locale={locale}
        checking={checking}
        answer={answer}
        sent={(what) => {
          setSent(what);
          setTicked([]);
          props.sent(what);
        }}
      />
      {sent && (
        <Outcome
          key={`outcome ${round}`}
          {...props}
          sent={sent}
          ticked={ticked}
          tick={(name) => setTicked((before) => toggled(before, name))}
          again={again}
          onward={props.onward ?? <Onward {...props} />}
        />
      )}
    </div>
  );
}

function toggled(names: readonly string[], name: string): readonly string[] {
  return names.includes(name) ? names.filter((each) => each !== name) : [...names, name];
}

function Expected({ lesson, locale }: Props): VNode {
  return (
    <>
      <h2>{say(locale, "expected")}</h2>
      <ul class="elements">
        {elementsOf(lesson).map((name) => (
          <li key={name}>{say(locale, `element_${name}` as RoomKey)}</li>
        ))}
      </ul>
    </>
  );
}

function Hints({ lesson, locale }: Props): VNode {
  const [shown, setShown] = useState(0);
  return (
    <div class="hints">
      <ol aria-live="polite">
        {lesson.hints.slice(0, shown).map((hint) => (
          <li key={hint[locale]}>{hint[locale]}</li>
        ))}
      </ol>
      {shown < lesson.hints.length && (
        <button type="button" data-act="hint" onClick={() => setShown(shown + 1)}>
          {say(locale, shown === 0 ? "hint" : "hint_more")}
        </button>
      )}
    </div>
  );
}

/** The ways on: the next scenario, or all of them. */
function Onward({ lessons: { lessons }, lesson, locale }: Props): VNode {
  const next = lessons[lessons.indexOf(lesson) + 1];
  return (
    <>
      {next && (
        <a class="button" href={`#/practice/${next.id}`}>
          {say(locale, "next")}
        </a>
      )}
      <a class="button" href="#/scenarios">
        {say(locale, "back")}
      </a>
    </>
  );
}
