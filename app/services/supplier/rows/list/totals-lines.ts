import { labelLine } from "#app/i18n/writing/lines";
import { siteName } from "#app/services/answers/sites";
import { mayRead } from "#app/services/supplier/colleagues/own-sections";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { TotalsView } from "#app/views/supplier/controls";
import type { Row } from "#questionnaires/answers";
import type { Question, TablePart } from "#questionnaires/definition";
import { type RunningTotals, runningTotals, type Sums } from "#questionnaires/walk";

type Place = { readonly question: Pick<Question, "id">; readonly part: Pick<TablePart, "id"> };

/** Most keys of which it is said that they do not fit; all of them stand on the page before the signature. */
const mostNamed = 5;

/**
 * What a table comes to so far beside the answers that it must fit, in words: of all of it, and of what `row` is about. Answers
 * that the reader may not see are left out.
 */
export function totalsLines(
  session: SupplierSession,
  { question, part }: Place,
  words: PageTexts,
  row?: Row,
): readonly TotalsView[] {
  const totals = runningTotals(session.walk, question.id, part.id);
  return totals.filter(({ other }) => mayRead(session, other)).map((one) => ({ ...viewOf(one), code: one.other }));

  function viewOf(one: RunningTotals): Omit<TotalsView, "code"> {
    const key = row && (one.key === "$row" ? row.id : row.cells[one.key]);
    const own = typeof key === "string" ? [lineOf(siteName(session.walk, key), one, one.at(key))] : [];
    const named = row === undefined ? one.wrong.slice(0, mostNamed) : [];
    return {
      lines: [...own, lineOf(words.t("supplier:rows.total"), one, one.all)],
      wrong: named.map((of) => {
        const { own: here, other: there } = one.at(of);
        const places = { one: question.id, first: figure(here), other: one.other, second: figure(there) };
        return words.t("supplier:check.numbers", { name: siteName(session.walk, of), ...places });
      }),
      fits: one.all.fits,
    };
  }

  function lineOf(label: string, { must, other: code }: RunningTotals, { own, other, fits }: Sums) {
    const says = { sum: figure(own), other: figure(other), code };
    return labelLine(label, words.t(`supplier:rows.fits.${fits ? "yes" : must}`, says), words.ui);
  }

  function figure(value: number): string {
    return new Intl.NumberFormat(words.ui, { numberingSystem: "latn" }).format(value);
  }
}
