// The chat of a scenario. Its parts stand where the content script looks for them in WhatsApp Web (a pane, its header, its
// footer with the composer and the button), so that the same script works on both.
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Finding, Verdict } from "../../wasm/linter/engine.d.ts";
import type { WrittenLocale as Locale } from "../strings.ts";
import type { Checked, Checking } from "./checking.ts";
import type { Composer } from "./composer.ts";
import { Editor } from "./editor.tsx";
import type { Lesson } from "./lessons.ts";
import { openingOf, type Said, situationOf } from "./situation.ts";
import { say } from "./words.ts";

/** A message that was sent, and what the rules said of it. */
export interface Sent {
  text: string;
  findings: readonly Finding[];
  verdict: Verdict;
  /** The rules have seen exactly this text; otherwise nothing is known of it. */
  settled: boolean;
}

interface Props {
  lesson: Lesson;
  locale: Locale;
  checking: Checking;
  /** What the other side answers to the last message, once it is known. */
  answer: string | undefined;
  sent: (sent: Sent) => void;
}

/** How long the other side seems to write, in milliseconds. */
const WRITING_MS = 700;

export function Chat({ lesson, locale, checking, answer, sent }: Props): VNode {
  const [since, setSince] = useState<readonly Said[]>([]);
  const [writing, setWriting] = useState(false);
  const send = useRef(() => {});
  const log = useRef<HTMLDivElement>(null);
  const name = lesson.cast.them[locale];
  const said = [...openingOf(lesson, locale), ...since];
  useEffect(() => {
    checking.enter(situationOf(lesson, locale, said));
    log.current?.scrollTo(0, log.current.scrollHeight);
  }, [lesson, locale, since, writing]);
  useEffect(() => {
    if (!answer || !waits.current) return;
    waits.current = false;
    due.current = answer;
    setWriting(true);
  }, [answer, since]);
  useEffect(() => {
    if (!writing) return undefined;
    const timer = setTimeout(() => {
      setWriting(false);
      setSince((before) => [...before, { from: "them", text: due.current }]);
    }, WRITING_MS);
    return () => clearTimeout(timer);
  }, [writing]);
  const due = useRef("");
  /** The last message was not answered yet. */
  const waits = useRef(false);

  const onSent = ({ text, findings, verdict, settled }: Checked, composer: Composer) => {
    composer.put("");
    waits.current = true;
    setSince((before) => [...before, { from: "me", text }]);
    sent({ text, findings, verdict, settled });
  };

  return (
    <div id="main" class="chat" data-lesson={lesson.id}>
      <header>
        <span class="avatar" aria-hidden="true">
          {name.slice(0, 1)}
        </span>
        <span dir="auto" class="name">
          {name}
        </span>
        <span class="mark" title={say(locale, "practice_note")}>
          {say(locale, "practice_only")}
        </span>
      </header>
      <p class="note">{say(locale, "practice_note")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <div class="log" role="log" aria-label={name} ref={log} tabIndex={0}>
        {said.map((message, i) => (
          <Bubble key={i} message={message} locale={locale} chat={name} />
        ))}
        {writing && <p class="writing">{say(locale, "answering")}</p>}
      </div>
      <footer>
        <Editor
          checking={checking}
          label={say(locale, "message")}
          text=""
          sent={onSent}
          made={(_, press) => {
            send.current = press;
          }}
        />
        <button type="button" class="primary" data-act="send" onClick={() => send.current()}>
          {say(locale, "send")}
        </button>
      </footer>
    </div>
  );
}

function Bubble({ message, locale, chat }: { message: Said; locale: Locale; chat: string }): VNode {
  const { from, name, text } = message;
  return (
    <p class={`bubble ${from}`} data-from={from} dir="auto">
      {name ? <b>{name}</b> : <span class="unseen">{from === "me" ? say(locale, "to_me") : chat}: </span>}
      {text}
    </p>
  );
}
