import { Icon } from "#app/components/frame/icon";
import { TextArea } from "#app/components/team/forms/field";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Form, Link } from "#app/router/api/navigation";
import type { FileChoice, QuestionPane } from "#app/views/team/reviews/review";
import type { Decider, Typed } from "#app/views/team/reviews/review-page";
import { LiftFloor } from "./lift-floor";
import { SecondPerson } from "./second-person";

/** What can be decided about one answer, one of it open at a time. */
export const acts = ["accept", "refuse", "return", "lift", "settle"] as const;
export type Act = (typeof acts)[number];

type DecideProps = {
  pane: QuestionPane;
  act: Act;
  addressOf(act: Act): string;
  files: readonly (Pick<FileChoice, "id" | "name"> & { readonly code: string })[];
  people: readonly Decider[];
  /** Those of them who see floors. */
  seeing: readonly Decider[];
  secondForFinding: boolean;
  typed?: Typed;
};

export function Decide({ pane, act, addressOf, files, people, seeing, secondForFinding, typed }: DecideProps) {
  const t = useTexts("reviews");
  const shown = acts.filter((one) => one !== "settle" || pane.findings.length > 0);
  return (
    <section className="review-decide" aria-labelledby="decide">
      <h3 id="decide">{t("decide.label", { code: pane.code })}</h3>
      <ul className="decide-acts">
        {shown.map((one) => (
          <li key={one}>
            <Link
              to={addressOf(one)}
              aria-current={one === act ? "true" : undefined}
              data-key={keys[one]}
              preventScrollReset
            >
              {t(`decide.${one}`)}
              {keys[one] !== undefined && <kbd>{keys[one]}</kbd>}
            </Link>
          </li>
        ))}
      </ul>
      <div className="decide-body flow">
        {act === "accept" && <Accept {...pane} />}
        {act === "refuse" && (
          <p>
            {t(pane.files.length > 0 ? "file.whatFor" : "file.none")}{" "}
            <a href="#evidence">{t("file.label", { code: pane.code })}</a>
          </p>
        )}
        {act === "return" && <Return code={pane.code} />}
        {act === "lift" && <LiftFloor pane={pane} files={files} people={seeing} typed={typed} />}
        {act === "settle" && <Settle pane={pane} people={people} needsSecond={secondForFinding} typed={typed} />}
      </div>
    </section>
  );
}

const keys: Readonly<Partial<Record<Act, string>>> = { accept: "a", refuse: "r", return: "t", lift: "l" };

function Accept({ code, isRead }: QuestionPane) {
  const t = useTexts("reviews");
  if (isRead) return <p role="status">{t("decide.acceptDone")}</p>;
  return (
    <Form method="post" className="flow" reloadDocument>
      <p>{t("decide.acceptText")}</p>
      <input type="hidden" name="question" value={code} />
      <button type="submit" name="intent" value="accept" className="button">
        {t("decide.acceptSubmit", { code })}
      </button>
    </Form>
  );
}

/** Where questions are given back to their supplier. */
function Return({ code }: { code: string }) {
  const t = useTexts("reviews");
  return (
    <>
      <p>{t("decide.returnText")}</p>
      <p>
        <Link className="button" to={`returned/${code}`} relative="path">
          {t("decide.returnOpen", { code })}
        </Link>{" "}
        <Link to="returned" relative="path">
          {t("decide.returnLink")}
        </Link>
      </p>
    </>
  );
}

type SettleProps = Pick<DecideProps, "pane" | "people" | "typed"> & { needsSecond: boolean };

function Settle({ pane, people, needsSecond, typed }: SettleProps) {
  const t = useTexts("reviews");
  const open = pane.findings.find(({ decision }) => decision === undefined);
  if (!open) return <p>{t("decide.noFinding")}</p>;
  return (
    <Form method="post" className="flow" reloadDocument>
      <input type="hidden" name="finding" value={open.id} />
      <p>{t("decide.settleText")}</p>
      <TextArea
        name="reason"
        label={t("decide.note")}
        value={typed?.values.reason}
        error={typed?.errors.reason}
        rows={3}
        dir="auto"
      />
      {needsSecond && <SecondPerson people={people} value={typed?.values.second} error={typed?.errors.second} />}
      {needsSecond && (
        <p className="small">
          <Icon name="clock" /> {t("decide.two")}
        </p>
      )}
      <button type="submit" name="intent" value="settle" className="button">
        {t(needsSecond ? "decide.settleAsk" : "decide.settleSubmit")}
      </button>
    </Form>
  );
}
