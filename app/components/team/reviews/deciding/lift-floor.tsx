import { Icon } from "#app/components/frame/icon";
import { SelectField, TextArea } from "#app/components/team/forms/field";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Form } from "#app/router/api/navigation";
import type { FileChoice, QuestionPane } from "#app/views/team/reviews/review";
import type { Decider, Typed } from "#app/views/team/reviews/review-page";
import { SecondPerson } from "./second-person";

type LiftProps = {
  pane: QuestionPane;
  files: readonly (Pick<FileChoice, "id" | "name"> & { readonly code: string })[];
  people: readonly Decider[];
  typed?: Typed;
};

/** Lifts a floor: a reason, a file that shows it, and for Critical a person who has to agree. */
export function LiftFloor({ pane: { code, floors }, files, people, typed }: LiftProps) {
  const t = useTexts("reviews");
  const open = floors.filter(({ decision }) => decision === undefined);
  const waiting = floors.find(({ decision }) => decision?.state === "waits")?.decision;
  const [first] = open;
  if (!first) {
    if (waiting?.second === undefined) return <p>{t("decide.noFloor")}</p>;
    return <p role="status">{t("decide.waits", { name: waiting.second })}</p>;
  }
  if (files.length === 0) return <p className="note">{t("decide.noFiles")}</p>;
  const needsSecond = open.some((floor) => floor.needsSecond);
  const isCritical = open.some(({ band }) => band === "critical");
  const choices = files.map(({ id, name, code: of }) => ({ value: id, label: `${of} · ${name}` }));
  return (
    <Form method="post" className="flow" reloadDocument>
      <input type="hidden" name="question" value={code} />
      {open.length === 1 ? (
        <input type="hidden" name="rule" value={first.rule} />
      ) : (
        <SelectField
          name="rule"
          label={t("decide.which")}
          value={typed?.values.rule}
          choices={open.map(({ rule, text }) => ({ value: rule, label: text }))}
        />
      )}
      <TextArea
        name="reason"
        label={t("decide.reason")}
        value={typed?.values.reason}
        error={typed?.errors.reason}
        rows={3}
        dir="auto"
      />
      <SelectField
        name="proof"
        label={t("decide.proof")}
        value={typed?.values.proof}
        choices={[{ value: "", label: t("decide.proofNone") }, ...choices]}
        error={typed?.errors.proof}
      />
      {needsSecond && <SecondPerson people={people} value={typed?.values.second} error={typed?.errors.second} />}
      <p className="small">
        <Icon name={needsSecond ? "clock" : "floor"} />{" "}
        {t(isCritical ? "decide.critical" : needsSecond ? "decide.two" : "decide.alone")}
      </p>
      <button type="submit" name="intent" value="lift" className="button">
        {t(needsSecond ? "decide.ask" : "decide.liftSubmit", { code })}
      </button>
    </Form>
  );
}
