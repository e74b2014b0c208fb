// Words of the rules inside a sentence of the interface: they may be in another language, and are to be read in theirs.
import type { VNode } from "preact";
import { type Locale, writtenLocale } from "../strings.ts";

/** A sentence, of which the part that is `quoted` from a rule is marked with the language it is written in. */
export function Quoted(props: { locale: Locale; sentence: string; quoted: string | undefined }): VNode {
  const { locale, sentence, quoted } = props;
  const written = writtenLocale(locale);
  const at = quoted && written !== locale ? sentence.indexOf(quoted) : -1;
  if (!quoted || at < 0) return <>{sentence}</>;
  return (
    <>
      {sentence.slice(0, at)}
      <span lang={written}>{quoted}</span>
      {sentence.slice(at + quoted.length)}
    </>
  );
}
