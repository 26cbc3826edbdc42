import { ErrorSummary, TextField } from "#app/components/team/forms/field";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Form, Link } from "#app/router/api/navigation";
import type { HoldLine } from "#app/views/team/hold";

/** The holds that stand, each with the button that lifts it. */
export function Holds({ holds }: { holds: readonly HoldLine[] }) {
  const t = useTexts("team");
  if (holds.length === 0) return <p className="muted">{t("retention.holds.none")}</p>;
  return (
    <table className="rows">
      <caption className="visually-hidden">{t("retention.holds.label")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("retention.holds.about")}</th>
          <th scope="col">{t("retention.holds.reason")}</th>
          <th scope="col">{t("retention.holds.by")}</th>
          <th scope="col">{t("retention.holds.since")}</th>
          <th scope="col">
            <span className="visually-hidden">{t("retention.holds.lift")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {holds.map(({ id, supplier, reason, by, since }) => (
          <tr key={id}>
            <td>
              {supplier ? (
                <Link to={`/suppliers/${supplier.id}`}>
                  <bdi>{supplier.name}</bdi>
                </Link>
              ) : (
                t("retention.holds.all")
              )}
            </td>
            <td data-label={t("retention.holds.reason")}>
              <bdi>{reason}</bdi>
            </td>
            <td data-label={t("retention.holds.by")}>{by}</td>
            <td data-label={t("retention.holds.since")}>
              <time dateTime={since.iso}>{since.text}</time>
            </td>
            <td>
              <Form method="post" reloadDocument>
                <input type="hidden" name="intent" value="lift" />
                <input type="hidden" name="hold" value={id} />
                <button type="submit" className="button-plain">
                  {t("retention.holds.lift")}
                  <span className="visually-hidden"> {t("retention.holds.liftWhat", { since: since.text })}</span>
                </button>
              </Form>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type PlaceHoldProps = { title: string; heading: "h2" | "h3"; typed?: string; error?: string };

/** Asks why, and places a hold. `error` stands beside the reason; what was typed stays in it. */
export function PlaceHold({ title, heading: Heading, typed, error }: PlaceHoldProps) {
  const t = useTexts("team");
  return (
    <Form method="post" className="section flow" reloadDocument>
      <Heading>{title}</Heading>
      <ErrorSummary title={t("form.problem")} errors={error === undefined ? [] : [{ field: "reason", text: error }]} />
      <input type="hidden" name="intent" value="place" />
      <TextField
        name="reason"
        label={t("retention.holds.reason")}
        hint={t("retention.holds.reasonHint")}
        value={typed}
        error={error}
        width="in-m"
      />
      <button type="submit" className="button button-second">
        {t("retention.holds.place")}
      </button>
    </Form>
  );
}
