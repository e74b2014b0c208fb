// What the company says: its policy text, with the employee's word that it was read, and its privacy notice.
import type { VNode } from "preact";
import type { TextsFile } from "../engine/rules-file.ts";
import { type Locale, t, writtenLocale } from "../strings.ts";
import { Reason } from "../ui/reason.tsx";
import { dateOf } from "./own.tsx";
import { keep, type Stored } from "./stored.ts";

interface Props {
  stored: Stored;
  texts: TextsFile | undefined;
}

/** The policy text of the bundle, if it brings one. */
export function PolicyText({ stored, texts }: Props): VNode {
  const { locale, kept } = stored;
  const html = companyText(texts?.texts?.policy, locale);
  if (!texts || !html) return <p>{t(locale, "policy_no_text")}</p>;
  const { version, day } = kept.acknowledged;
  const read = version === texts.version && day !== undefined;
  return (
    <>
      <Reason html={html} />
      {read ? (
        <p>{t(locale, "policy_read", version, dateOf(day, locale))}</p>
      ) : (
        <button
          type="button"
          data-act="acknowledge"
          onClick={() => keep({ do: "acknowledge", version: texts.version })}
        >
          {t(locale, "policy_acknowledge")}
        </button>
      )}
    </>
  );
}

/** What happens with the employee's data: ours, then the company's. */
export function Notice({ stored, texts }: Props): VNode {
  const { locale, settings } = stored;
  const html = companyText(texts?.texts?.notice, locale);
  const { noticeUrl, supportUrl } = settings.values;
  return (
    <>
      <p>{t(locale, "notice_ours")}</p>
      {html && <Reason html={html} />}
      {noticeUrl && <Link href={noticeUrl} words={t(locale, "notice_company")} />}
      {supportUrl && <Link href={supportUrl} words={t(locale, "support")} />}
    </>
  );
}

/** The company's text in the interface's language, or the one that rules are read in. */
function companyText(by: Record<string, string> | undefined, locale: Locale): string | undefined {
  return by?.[locale] ?? by?.[writtenLocale(locale)];
}

function Link({ href, words }: { href: string; words: string }): VNode {
  return (
    <p>
      <a href={href} target="_blank" rel="noopener noreferrer">
        {words}
      </a>
    </p>
  );
}
