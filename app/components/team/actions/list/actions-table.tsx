import { Fragment } from "react";
import { Effect } from "#app/components/team/actions/effect";
import { StateMark } from "#app/components/team/actions/state-mark";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { asCell, asColumnHead, asGroup, asRow, asRowHead, asTable } from "#app/components/team/tables/table-roles";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Link } from "#app/router/api/navigation";
import type { ActionGroup, ActionLine, ActionsView } from "#app/views/team/actions/actions";

const columns = ["gap", "supplier", "owner", "due", "state", "proof", "effect"] as const;

/** Actions by the day they are due. On a phone each row is a record of labelled pairs. */
export function ActionsTable({ groups, shown, showsPoints, title }: ActionsView) {
  const t = useTexts("actions");
  const shownColumns = columns.filter((column) => column !== "effect" || showsPoints);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="data-table-scroll" tabIndex={0} aria-label={title}>
      <table className="actions-table" {...asTable}>
        <caption className="visually-hidden">{title}</caption>
        <thead {...asGroup}>
          <tr {...asRow}>
            {shownColumns.map((column) => (
              <th scope="col" key={column} {...asColumnHead}>
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...asGroup}>
          {groups.map((group) => (
            <Fragment key={group.id}>
              <GroupHead group={group} all={shown} columns={shownColumns.length} />
              {group.lines.map((line) => (
                <Row key={line.id} line={line} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function GroupHead({ group, all, columns: span }: { group: ActionGroup; all: number; columns: number }) {
  const t = useTexts("actions");
  const { count } = useNumberFormats();
  return (
    <tr className="actions-group" {...asRow}>
      <th colSpan={span} scope="colgroup" {...asColumnHead}>
        <span className={group.id === "overdue" ? "late" : undefined}>{t(`group.${group.id}`)}</span>{" "}
        <span className="count">{t("groupCount", { count: group.lines.length, all: count(all) })}</span>
      </th>
    </tr>
  );
}

function Row({ line }: { line: ActionLine }) {
  const t = useTexts("actions");
  const { supplier, owner, responsible, due, dueNote, isOverdue, state, proof, effect } = line;
  return (
    <tr {...asRow}>
      <th scope="row" {...asRowHead}>
        <ActionName line={line} />
      </th>
      <td data-label={t("column.supplier")} {...asCell}>
        <Link to={supplier.href}>
          <bdi>{supplier.name}</bdi>
        </Link>
        <small className="mono">{supplier.ref}</small>
      </td>
      <td data-label={t("column.owner")} {...asCell}>
        <bdi>{owner}</bdi>
        {responsible !== "" && (
          <small>
            <bdi>{responsible}</bdi>
          </small>
        )}
      </td>
      <td data-label={t("column.due")} {...asCell}>
        <span className="num">{due}</span>
        {dueNote !== "" && <small className={isOverdue ? "late" : undefined}>{dueNote}</small>}
      </td>
      <td data-label={t("column.state")} {...asCell}>
        <StateMark state={state} />
      </td>
      <td data-label={t("column.proof")} {...asCell}>
        {proof}
      </td>
      {effect && (
        <td data-label={t("column.effect")} className="actions-effect" {...asCell}>
          <Effect effect={effect} />
        </td>
      )}
    </tr>
  );
}

/** Code, gap and what closes it. */
export function ActionName({ line: { href, code, gap, step, northKorea } }: { line: ActionLine }) {
  const t = useTexts("actions");
  return (
    <span className="action-name">
      <span className="mono">{code}</span>
      <span>
        <Link to={href}>
          <bdi>{gap}</bdi>
        </Link>
        <small>
          <bdi>{step}</bdi>
        </small>
        {northKorea && <small>{t("northKorea")}</small>}
      </span>
    </span>
  );
}
