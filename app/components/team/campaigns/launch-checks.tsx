import { useTranslation } from "react-i18next";
import { Icon } from "#app/components/frame/icon";
import { findLanguage } from "#app/i18n/languages";
import { Link } from "#app/router/api/navigation";
import type { LaunchCheckView } from "#app/views/team/campaigns/campaign";

const stepOf = {
  recipients: "recipients",
  contacts: "recipients",
  due: "due",
  results: "results",
  language: "message",
} as const;

/** What was looked at before the launch, each in words, with the way to where it can be changed. */
export function LaunchChecks({ id, checks, due }: { id: string; checks: readonly LaunchCheckView[]; due: string }) {
  const { t } = useTranslation("team");
  return (
    <ul className="checks">
      {checks.map(({ code, state, params }) => {
        // Isolated: a name written from the right would carry the colon after it along.
        const language = `\u2068${findLanguage(String(params.language))?.endonym}\u2069`;
        const step = code in stepOf ? stepOf[code as keyof typeof stepOf] : undefined;
        return (
          <li key={`${code} ${params.language ?? ""}`} className={`check-${state}`}>
            <Icon name={state === "fine" ? "tick" : state === "look" ? "clock" : "stop"} />
            <span>
              <span className="visually-hidden">{t(`check.state.${state}`)} </span>
              {t(`check.${code}.${state}`, { ...params, due, language })}{" "}
              {step && <Link to={`/campaigns/${id}/${step}`}>{t("check.change")}</Link>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
