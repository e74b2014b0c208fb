// The card of one finding, beside its words in the draft.
import type { VNode } from "preact";
import type { Finding } from "../../wasm/linter/engine.d.ts";
import { writtenLocale } from "../strings.ts";
import { Badge, Button, CloseButton, IconButton } from "./buttons.tsx";
import { Fixes } from "./fixes.tsx";
import { placeCard } from "./place.ts";
import { Reason } from "./reason.tsx";
import { Report } from "./report.tsx";
import type { Ui } from "./ui.ts";
import type { CardView } from "./view.ts";

/** What is the matter, how to mend it, and why it matters. */
export function Card({ ui, card, finding }: { ui: Ui; card: CardView; finding: Finding }): VNode {
  const index = card.finding;
  return (
    <section
      data-part="card"
      class="panel"
      aria-labelledby="card-message"
      data-action={finding.action}
      style={placeCard(ui.view, card.anchor, ui.viewport)}
    >
      <header>
        <Badge ui={ui} action={finding.action} />
        <Steps ui={ui} index={index} />
        <CloseButton ui={ui} run={() => ui.actions.open(-1)} />
      </header>
      <div class="body">
        <p class="message" id="card-message" dir="auto" lang={writtenLocale(ui.view.locale)}>
          {finding.message}
        </p>
        <Fixes ui={ui} index={index} finding={finding} />
        {card.why !== undefined && <Reason html={card.why} lang={writtenLocale(ui.view.locale)} />}
      </div>
      <Ignore ui={ui} card={card} finding={finding} />
      <footer>
        {card.why === undefined && (
          <Button ui={ui} act="why" kind="quiet" label={ui.t("act_why")} run={() => ui.actions.why(index)} />
        )}
        {ui.view.reporting !== false && <Report ui={ui} index={index} {...card} />}
      </footer>
    </section>
  );
}

/** The ways to switch the hint off; a finding that asks for a reason or blocks has none. */
function Ignore({ ui, card, finding }: { ui: Ui; card: CardView; finding: Finding }): VNode | null {
  const scopes = finding.action === "note" || finding.action === "warn" ? (card.ignore ?? []) : [];
  if (scopes.length === 0) return null;
  return (
    <div class="ignore">
      <span dir="auto" aria-hidden="true">
        {ui.t("ignore")}
      </span>
      {scopes.map((scope) => (
        <Button
          key={scope}
          ui={ui}
          act={`ignore-${scope}`}
          kind="quiet"
          prefix={ui.t("ignore")}
          label={ui.t(`ignore_${scope}`)}
          run={() => ui.actions.ignore?.(card.finding, scope)}
        />
      ))}
    </div>
  );
}

/** The way to the finding before and after, when there is more than one. */
function Steps({ ui, index }: { ui: Ui; index: number }): VNode | null {
  const count = ui.view.findings.length;
  if (count < 2) return null;
  const go = (to: number) => () => ui.actions.open(to);
  return (
    <span class="steps">
      <IconButton
        ui={ui}
        act="previous"
        glyph="previous"
        label={ui.t("act_previous")}
        disabled={index === 0}
        run={go(index - 1)}
      />
      <span dir="auto">{ui.t("card_position", index + 1, count)}</span>
      <IconButton
        ui={ui}
        act="next"
        glyph="next"
        label={ui.t("act_next")}
        disabled={index === count - 1}
        run={go(index + 1)}
      />
    </span>
  );
}
