import { useTranslation } from "react-i18next";
import { fieldClass } from "#app/components/forms/field-box";
import { FieldHelp } from "#app/components/forms/field-help";
import { ErrorSummary, TextField } from "#app/components/team/forms/field";
import { Form } from "#app/router/api/navigation";
import { type Weekday, weekdays } from "#terms/mail/schedule";

/** As it is kept, or as it was typed. */
export type TypedReminders = {
  readonly reminders: string;
  readonly first: string;
  readonly every: string;
  readonly most: string;
  readonly days: readonly string[];
  readonly from: string;
  readonly to: string;
};

type Props = TypedReminders & { errors: readonly { field: string; text: string }[]; button: string };

/** Whether and when suppliers are reminded. */
export function ReminderForm({ errors, button, ...typed }: Props) {
  const { t } = useTranslation("team");
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.text;
  return (
    <Form method="post" className="flow-wide section" reloadDocument>
      <ErrorSummary title={t("form.problem")} errors={errors} />
      <p className="muted">{t("campaign.reminders.lead")}</p>
      <fieldset id="reminders" className="field">
        <legend className="label">{t("campaign.reminders.ask")}</legend>
        <div className="choices">
          {(["off", "on"] as const).map((choice) => (
            <div key={choice} className="choice">
              <input
                type="radio"
                id={`reminders-${choice}`}
                name="reminders"
                value={choice}
                defaultChecked={choice === typed.reminders}
              />
              <label htmlFor={`reminders-${choice}`}>
                {t(`campaign.reminders.${choice}`)}
                <small>{t(`campaign.reminders.${choice}Hint`)}</small>
              </label>
            </div>
          ))}
        </div>
      </fieldset>
      <div>
        {(["first", "every", "most"] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            type="number"
            label={t(`campaign.reminders.${name}`)}
            value={typed[name]}
            error={errorOf(name)}
            width="in-s"
          />
        ))}
      </div>
      <Days chosen={typed.days} error={errorOf("days")} />
      <div>
        {(["from", "to"] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            type="time"
            label={t(`campaign.reminders.${name}`)}
            hint={name === "from" ? t("campaign.reminders.hoursHint") : undefined}
            value={typed[name]}
            error={errorOf(name)}
            width="in-s"
          />
        ))}
      </div>
      <button type="submit" className="button">
        {button}
      </button>
    </Form>
  );
}

function Days({ chosen, error }: { chosen: readonly string[]; error?: string }) {
  const { t } = useTranslation("team");
  return (
    <fieldset id="days" className={fieldClass(error)} aria-describedby="days-hint">
      <legend className="label">{t("campaign.reminders.days")}</legend>
      <FieldHelp id="days" hint={t("campaign.reminders.daysHint")} error={error} />
      <div className="choices">
        {weekdays.map((day: Weekday) => (
          <div key={day} className="choice">
            <input type="checkbox" id={`day-${day}`} name="days" value={day} defaultChecked={chosen.includes(day)} />
            <label htmlFor={`day-${day}`}>{t(`campaign.reminders.day.${day}`)}</label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
