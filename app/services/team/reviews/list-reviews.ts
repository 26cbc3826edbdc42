import { pageNumber } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { filterOf, listFor, listInput, queryOf } from "./review-list";
import { queueCounts, queueLines } from "./shown/queue";
import { seesReasons } from "./shown/shown-parts";

const pageSize = 50;

/** What waits for a decision, by due date or by risk, and what was decided; how many of each kind there are. */
export const listReviews = teamUseCase({
  permission: "reviews.read",
  input: listInput.extend({ page: pageNumber }),
  events: [],
  async run(ctx, { page, ...asked }) {
    const list = listFor(ctx, asked);
    const org = ctx.organisation.id;
    const filter = filterOf(ctx, list);
    const [total, counts, rows] = await Promise.all([
      ctx.store.reviews.count(org, filter),
      queueCounts(ctx),
      ctx.store.reviews.list(org, { ...filter, at: (page - 1) * pageSize, most: pageSize }),
    ]);
    return {
      ...{ list, counts, narrows: seesReasons(ctx), total, page, pageSize, query: queryOf(list) },
      lines: await queueLines(ctx, list, rows),
    };
  },
});
