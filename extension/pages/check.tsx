// "Check this page": which parts of WhatsApp Web were recognised, by which tier of selectors, and whether they could
// be understood. Shows no text of the page.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { ProbePart, ProbeReply } from "../protocol.ts";
import { type Locale, type StringKey, t } from "../strings.ts";

type Outcome = { kind: "none" } | { kind: "elsewhere" } | { kind: "done"; reply: ProbeReply };

/** The button and what it found. */
export function Check({ locale }: { locale: Locale }): VNode {
  const [outcome, setOutcome] = useState<Outcome>({ kind: "none" });
  return (
    <>
      <button class="primary" type="button" data-act="check" onClick={() => void check().then(setOutcome)}>
        {t(locale, "check_page")}
      </button>
      <div role="status">
        {outcome.kind === "elsewhere" && <p>{t(locale, "check_elsewhere")}</p>}
        {outcome.kind === "done" && <Result locale={locale} reply={outcome.reply} />}
      </div>
      <p class="small">{t(locale, "check_privacy")}</p>
    </>
  );
}

/** Asks the content script of the active tab; another site has none. */
async function check(): Promise<Outcome> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const reply = await askTab(tab?.id);
  return reply ? { kind: "done", reply } : { kind: "elsewhere" };
}

async function askTab(id: number | undefined): Promise<ProbeReply | undefined> {
  if (id === undefined) return undefined;
  return chrome.tabs.sendMessage(id, { kind: "probe" }, { frameId: 0 }).catch(() => undefined);
}

const ENGINE_WORDS = { ready: "state_ready", failed: "state_failed", starting: "state_starting" } as const;

function Result({ locale, reply }: { locale: Locale; reply: ProbeReply }): VNode {
  const { engine, enterMode, parts } = reply;
  const good = parts.every((part) => part.readable) && engine.state === "ready";
  return (
    <>
      <p data-good={good}>{t(locale, good ? "check_good" : "check_bad")}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t(locale, "check_part")}</th>
            <th scope="col">{t(locale, "check_tier")}</th>
            <th scope="col">{t(locale, "check_readable")}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <Row key={part.part} locale={locale} part={part} />
          ))}
        </tbody>
      </table>
      <dl>
        <dt>{t(locale, "check_engine")}</dt>
        <dd data-host={engine.host}>
          {t(locale, ENGINE_WORDS[engine.state])}
          {engine.host !== "none" && `, ${t(locale, `check_host_${engine.host}`)}`}
        </dd>
        <dt>{t(locale, "check_rules")}</dt>
        <dd>{engine.bundle?.version ?? "–"}</dd>
        <dt>{t(locale, "check_enter")}</dt>
        <dd>{t(locale, `check_enter_${enterMode}`)}</dd>
      </dl>
    </>
  );
}

function Row({ locale, part }: { locale: Locale; part: ProbePart }): VNode {
  const { tier, tiers, count, readable } = part;
  return (
    <tr data-probe={part.part} data-tier={tier} data-readable={readable}>
      <th scope="row">{t(locale, `check_part_${part.part}` as StringKey)}</th>
      <td>{tier === 0 ? "–" : `${tier}/${tiers} · ${count}`}</td>
      <td>{t(locale, readable ? "check_yes" : "check_no")}</td>
    </tr>
  );
}
