import { and, asc, count, eq, inArray, max } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import { MissingError } from "#db/errors";
import type { QueryContext } from "#db/queries/query-context";
import type { Mark, MarkStore } from "#db/store/suppliers/marks";
import { foldName } from "#terms/names";
import { tagsOf } from "./tag-sets";

/** Suppliers looked at in one step of a write, between which pages are served. */
const step = 250;

/** Who looks after suppliers, what the team tagged them with, and which it put aside. */
export function markQueries({
  tables: { tags, suppliers: s, users: u },
  read,
  write,
  writeInSteps,
  dialect,
}: QueryContext): MarkStore {
  async function requireMark(tx: Transaction, org: string, mark: Mark): Promise<void> {
    const named = mark.what === "owner" ? mark.owner : mark.what === "archive" ? mark.by : null;
    if (named !== null) {
      const [user] = await tx
        .select({ id: u.id })
        .from(u)
        .where(and(eq(u.org, org), eq(u.id, named)));
      if (!user) throw new MissingError("user", named);
    }
    if (mark.what !== "tag") return;
    const [tag] = await tx
      .select({ number: tags.number })
      .from(tags)
      .where(and(eq(tags.org, org), eq(tags.number, Number(mark.tag))));
    if (!tag) throw new MissingError("tag", mark.tag);
  }

  /** In the order of their ids, so that two writes never wait for each other. */
  async function markSome(tx: Transaction, { org, ids, mark, most }: Marking) {
    const query = tx
      .select({ id: s.id, owner: s.owner, tagSet: s.tagSet, isArchived: s.isArchived })
      .from(s)
      .where(and(eq(s.org, org), inArray(s.id, [...ids])))
      .orderBy(asc(s.id));
    const changed: string[] = [];
    let full = 0;
    for (const row of await dialect.locked(query, s)) {
      const set = marked(row, mark, most);
      if (set === "full") full += 1;
      if (set === "full" || set === "same") continue;
      await tx
        .update(s)
        .set(set)
        .where(and(eq(s.org, org), eq(s.id, row.id)));
      changed.push(row.id);
    }
    return { changed, full };
  }

  async function setMarks(tx: Transaction, { org, supplier, tags: wanted, owner }: Setting) {
    for (const tag of wanted ?? []) await requireMark(tx, org, { what: "tag", tag, isSet: true });
    if (owner !== undefined) await requireMark(tx, org, { what: "owner", owner });
    const own = and(eq(s.org, org), eq(s.id, supplier));
    const [row] = await dialect.locked(tx.select({ owner: s.owner, tagSet: s.tagSet }).from(s).where(own), s);
    if (!row) throw new MissingError("supplier", supplier);
    const next = { owner: owner === undefined ? row.owner : owner, tagSet: wanted ? inOrder(wanted) : row.tagSet };
    const changed = changedMarks(row, next);
    if (changed.length > 0) await tx.update(s).set(next).where(own);
    return changed;
  }

  return {
    async tags(org) {
      const rows = await read
        .select({ id: tags.number, name: tags.name })
        .from(tags)
        .where(eq(tags.org, org))
        .orderBy(asc(tags.nameKey));
      return rows.map(({ id, name }) => ({ id: String(id), name }));
    },

    addTag: ({ org, name, most, audit }) =>
      write(
        org,
        ({ outcome }) => (outcome === "added" ? [audit] : []),
        async (
          tx,
        ): Promise<{ readonly outcome: "added" | "there"; readonly id: string } | { readonly outcome: "full" }> => {
          const nameKey = foldName(name);
          const known = and(eq(tags.org, org), eq(tags.nameKey, nameKey));
          const [there] = await tx.select({ number: tags.number }).from(tags).where(known);
          if (there) return { outcome: "there", id: String(there.number) };
          const [kept] = await tx
            .select({ all: count(), last: max(tags.number) })
            .from(tags)
            .where(eq(tags.org, org));
          if (kept && kept.all >= most) return { outcome: "full" };
          const number = (kept?.last ?? 0) + 1;
          await tx.insert(tags).values({ org, number, name, nameKey });
          return { outcome: "added", id: String(number) };
        },
      ),

    async mark({ org, ids, mark, most, audit, auditOf }) {
      const counted = { changed: 0, full: 0 };
      await writeInSteps(org, async function* (tx) {
        Object.assign(counted, { changed: 0, full: 0 });
        await requireMark(tx, org, mark);
        yield audit;
        const sorted = [...ids].sort();
        for (let start = 0; start < sorted.length; start += step) {
          const { changed, full } = await markSome(tx, { org, ids: sorted.slice(start, start + step), mark, most });
          counted.changed += changed.length;
          counted.full += full;
          yield changed.map(auditOf);
        }
      });
      return counted;
    },

    set: (change) =>
      write(
        change.org,
        (changed) => (changed.length > 0 ? [change.auditOf(changed)] : []),
        (tx) => setMarks(tx, change),
      ),
  };
}

function changedMarks(row: Marked, next: Marked): readonly ("owner" | "tags")[] {
  const isSameSet = inOrder(tagsOf(row.tagSet)) === inOrder(tagsOf(next.tagSet));
  return [...(next.owner === row.owner ? [] : ["owner" as const]), ...(isSameSet ? [] : ["tags" as const])];
}

function inOrder(tags: readonly string[]): string | null {
  return setOf([...new Set(tags)].sort(byNumber));
}

const byNumber = (one: string, other: string) => Number(one) - Number(other);

/** Tags as a supplier keeps them, between bars; null without any. */
function setOf(tags: readonly string[]): string | null {
  return tags.length === 0 ? null : `|${tags.join("|")}|`;
}

type Marking = Pick<Parameters<MarkStore["mark"]>[0], "org" | "ids" | "mark" | "most">;
type Setting = Omit<Parameters<MarkStore["set"]>[0], "auditOf">;
type Marked = { readonly owner: string | null; readonly tagSet: string | null };
type Kept = Marked & { readonly isArchived: boolean };
type Change = Partial<Kept & { readonly archivedAt: Date | null; readonly archivedBy: string | null }>;

/** What changes of a supplier; "full" where it has as many tags as it can have. */
function marked(row: Kept, mark: Mark, most: number): Change | "same" | "full" {
  if (mark.what === "archive")
    return row.isArchived ? "same" : { isArchived: true, archivedAt: mark.at, archivedBy: mark.by };
  if (mark.what === "restore")
    return row.isArchived ? { isArchived: false, archivedAt: null, archivedBy: null } : "same";
  if (mark.what === "owner") return row.owner === mark.owner ? "same" : { owner: mark.owner };
  const tags = tagsOf(row.tagSet);
  if (tags.includes(mark.tag) === mark.isSet) return "same";
  if (mark.isSet && tags.length >= most) return "full";
  const next = mark.isSet ? [...tags, mark.tag] : tags.filter((tag) => tag !== mark.tag);
  return { tagSet: setOf(next) };
}
