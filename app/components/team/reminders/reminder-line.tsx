import { useTranslation } from "react-i18next";
import { Link } from "#app/router/api/navigation";
import type { ReminderSummary } from "#app/views/team/campaigns/reminders";

type Props = Omit<ReminderSummary, "rounds"> & { campaign: string; mayWrite: boolean };

/** How the reminders of a campaign stand, in a line of its page. */
export function ReminderLine({ campaign, mayWrite, state, next, reminded }: Props) {
  const { t } = useTranslation("team");
  return (
    <p className="note-plain">
      <ReminderState state={state} next={next} />{" "}
      {reminded > 0 && t("campaign.reminders.reminded", { count: reminded })}{" "}
      {mayWrite && <Link to={`/campaigns/${campaign}/reminders`}>{t("campaign.reminders.change")}</Link>}
    </p>
  );
}

/** How they stand, as a sentence. */
export function ReminderState({ state, next }: Pick<ReminderSummary, "state" | "next">) {
  const { t } = useTranslation("team");
  return t(`campaign.reminders.${state}`, { next: next ?? "" });
}
