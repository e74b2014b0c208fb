// Every setting, its value in force and who decided it; and each mistake of the company's policy by name.
import type { VNode } from "preact";
import { type SettingKey, settingKeys } from "../store/policy.ts";
import { t } from "../strings.ts";
import { dateOf } from "./own.tsx";
import type { Stored } from "./stored.ts";

/** The table, for whoever sets up a company's browsers. */
export function EffectiveSettings({ stored }: { stored: Stored }): VNode {
  const { locale, settings, company } = stored;
  const { seen, mistakes } = company;
  return (
    <>
      <p class="small">{seen ? t(locale, "policy_seen", dateOf(seen, locale)) : t(locale, "policy_none")}</p>
      {mistakes.map(({ key, problem, wanted }) => (
        <p class="bad" key={key + wanted} data-mistake={key}>
          {t(locale, `policy_${problem}`, key, wanted)}
        </p>
      ))}
      <table>
        <thead>
          <tr>
            <th scope="col">{t(locale, "setting")}</th>
            <th scope="col">{t(locale, "setting_value")}</th>
            <th scope="col">{t(locale, "setting_origin")}</th>
          </tr>
        </thead>
        <tbody>
          {settingKeys.map((key) => (
            <tr key={key} data-setting={key} data-origin={settings.origins[key]}>
              <th scope="row">
                {t(locale, `setting_${key}`)} <code>{key}</code>
              </th>
              <td>{shown(key, stored)}</td>
              <td>{t(locale, `origin_${settings.origins[key]}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function shown(key: SettingKey, { settings, locale }: Stored): string {
  const value = settings.values[key];
  if (typeof value === "boolean") return t(locale, value ? "check_yes" : "check_no");
  if (key === "root" && value !== "") return t(locale, "setting_given");
  return String(value) || "–";
}
