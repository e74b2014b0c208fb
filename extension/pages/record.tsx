// Everything that is recorded about the employee, to read, take away and erase.
import type { VNode } from "preact";
import { reasonText } from "../store/reasons.ts";
import type { Outcome } from "../store/record.ts";
import { plural, type StringKey, t } from "../strings.ts";
import { dateOf } from "./own.tsx";
import { keep, type Stored } from "./stored.ts";

const outcomeKeys: Record<Outcome, StringKey> = {
  fixed: "record_fixed",
  edited: "record_edited",
  "sent-anyway": "record_sent_anyway",
  justified: "record_justified",
  cancelled: "record_cancelled",
  "false-positive": "record_false_positive",
};

/** The record of send attempts and the ways out. */
export function Recorded({ stored }: { stored: Stored }): VNode {
  const { locale, kept, corrupt, settings } = stored;
  const days = settings.values.recordDays;
  const lines = [...kept.record].reverse();
  return (
    <>
      <p class="small">{days > 0 ? plural(locale, "record_privacy", days) : t(locale, "record_none")}</p>
      {corrupt.includes("record") && <p class="bad">{t(locale, "corrupt_record")}</p>}
      {lines.length === 0 ? <p>{t(locale, "nothing_yet")}</p> : <Lines stored={stored} lines={lines} />}
      {kept.enterMode !== "unknown" && (
        <p data-part="enter-mode">
          <strong>{t(locale, "check_enter")}</strong> {t(locale, `check_enter_${kept.enterMode}`)}.
        </p>
      )}
      <p class="row">
        <a class="button" download="bonton.json" href={exported(stored)} data-act="export">
          {t(locale, "export")}
        </a>
        <button type="button" data-act="erase" onClick={() => keep({ do: "erase", what: "record" })}>
          {t(locale, "erase_record")}
        </button>
        <button type="button" data-act="erase-all" onClick={() => keep({ do: "erase", what: "all" })}>
          {t(locale, "erase_all")}
        </button>
      </p>
    </>
  );
}

function Lines({
  stored: { locale, company },
  lines,
}: {
  stored: Stored;
  lines: Stored["kept"]["record"];
}): VNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section class="scroll" tabIndex={0} aria-label={t(locale, "record_title")}>
      <table>
        <thead>
          <tr>
            {(["day", "rule", "action", "outcome", "count", "bundle"] as const).map((column) => (
              <th key={column} scope="col">
                {t(locale, `record_${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ day, rule, action, outcome, reason, remark, count, bundle }) => (
            <tr key={[day, rule, action, outcome, reason, remark, bundle].join()} data-outcome={outcome}>
              <td>{dateOf(day, locale)}</td>
              <td>{rule}</td>
              <td>{t(locale, `action_${action}`)}</td>
              <td>
                {t(locale, outcomeKeys[outcome])}
                {reason !== undefined && <small>{reasonText(company.reasons, reason, locale)}</small>}
                {remark !== undefined && <small dir="auto">{remark}</small>}
              </td>
              <td>{count}</td>
              <td>{bundle}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** All that is kept, as a file. */
function exported({ kept, company }: Stored): string {
  const all = { ...kept, policySeen: company.seen };
  return `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(all, null, 2))}`;
}
