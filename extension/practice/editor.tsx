// A composer of the room, and what is known of its draft.
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Checked, Checking } from "./checking.ts";
import { type Composer, makeComposer } from "./composer.ts";

interface Props {
  checking: Checking;
  /** Its accessible name. */
  label: string;
  text: string;
  hear?: (checked: Checked) => void;
  /** Enter sends; without it Enter breaks the line. */
  sent?: (checked: Checked, composer: Composer) => void;
  /** Hands out the composer, and what a send button does. */
  made?: (composer: Composer, send: () => void) => void;
}

/** Keeps its editor for life. Another text takes the place of the one before, unless that was typed over. */
export function Editor(props: Props): VNode {
  const box = useRef<HTMLDivElement>(null);
  const now = useRef(props);
  const made = useRef<Composer>(undefined);
  const given = useRef(props.text);
  now.current = props;
  useEffect(() => {
    const root = box.current as HTMLDivElement;
    const { checking, text } = props;
    const send = () => {
      const checked = checking.of(root);
      if (checked.text) now.current.sent?.(checked, composer);
    };
    const composer: Composer = makeComposer(root, props.label, text, props.sent ? send : undefined);
    made.current = composer;
    const stop = checking.follow(root, (checked) => now.current.hear?.(checked));
    props.made?.(composer, send);
    return () => {
      stop();
      composer.dispose();
    };
  }, []);
  useEffect(() => {
    if (made.current?.text() === given.current) made.current.put(props.text);
    given.current = props.text;
  }, [props.text]);
  useEffect(() => box.current?.setAttribute("aria-label", props.label), [props.label]);
  return <div ref={box} class="editor" spellcheck={false} dir="auto" />;
}
