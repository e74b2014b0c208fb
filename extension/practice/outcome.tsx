// What became of a message that was sent: its score, what was found, what a person ticks, and what to remember.
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Reason } from "../ui/reason.tsx";
import type { Sent } from "./chat.tsx";
import { Findings } from "./findings.tsx";
import { focusText } from "./focus.ts";
import { elementsOf, type Lesson, scoreOf } from "./lessons.ts";
import type { ViewProps } from "./room.tsx";
import { type RoomKey, say } from "./words.ts";

interface Props extends ViewProps {
  lesson: Lesson;
  sent: Sent;
  /** The elements that the person says the message holds. */
  ticked: readonly string[];
  /** Ticks one, or takes that back. */
  tick: (name: string) => void;
  again: () => void;
  onward: VNode;
}

export function Outcome(props: Props): VNode {
  const { lesson, locale, checking, sent, again, onward } = props;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => focusText(title.current as HTMLElement), [sent]); // it may be out of sight, and a screen reader is told
  const [model, setModel] = useState(false);
  return (
    <div class="outcome" data-part="outcome" data-verdict={sent.settled ? sent.verdict : "unknown"}>
      <h2 ref={title}>
        {say(locale, "outcome")}{" "}
        {sent.settled && <output>{say(locale, "score", scoreOf(sent.findings))}</output>}
      </h2>
      <Seen {...{ checking, locale, sent }} />
      <Ticks {...props} />
      <h2>{say(locale, "learnt")}</h2>
      <Reason html={lesson.reason[locale]} />
      {model ? (
        <>
          <h2>{say(locale, "model")}</h2>
          <blockquote>{lesson.model[locale]}</blockquote>
        </>
      ) : (
        <button type="button" data-act="model" onClick={() => setModel(true)}>
          {say(locale, "show_model")}
        </button>
      )}
      <p class="ways">
        <button type="button" data-act="again" onClick={again}>
          {say(locale, "again")}
        </button>
        {onward}
      </p>
    </div>
  );
}

/** What the rules saw in the message. */
function Seen({ locale, checking, sent }: Pick<Props, "locale" | "checking" | "sent">): VNode {
  if (!sent.settled) return <p class="bad">{say(locale, "sent_unchecked")}</p>;
  return (
    <>
      <p class="small">{say(locale, "score_why")}</p>
      {sent.findings.length === 0 ? (
        <p class="good">{say(locale, "found_none")}</p>
      ) : (
        <Findings checking={checking} locale={locale} text={sent.text} findings={sent.findings} />
      )}
    </>
  );
}

function Ticks({ lesson, locale, sent, ticked, tick }: Props): VNode {
  return (
    <fieldset class="ticks">
      <legend>{say(locale, "tick")}</legend>
      {elementsOf(lesson).map((name) => (
        <label key={name}>
          <input type="checkbox" checked={ticked.includes(name)} onChange={() => tick(name)} />{" "}
          {say(locale, `element_${name}` as RoomKey)}
        </label>
      ))}
      {sent.settled && sent.verdict === "clean" && <p class="small">{say(locale, "tick_all")}</p>}
    </fieldset>
  );
}
