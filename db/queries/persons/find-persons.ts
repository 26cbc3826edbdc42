import { and, asc, desc, eq, gt, inArray, isNull } from "drizzle-orm";
import { columnsOf } from "#db/queries/columns";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { Store } from "#db/store";
import { contactsWithSupplier } from "./contact-rows";
import { atAddress, colleaguesWithSupplier } from "./erase-colleague";
import { namesAtOnce, rowsByName } from "./names";

const order = (one: string, other: string) => (one < other ? -1 : Number(one > other));

/** Whom an organisation knows by an address or by a part of a name. */
export function personSearch(context: QueryContext): Store["persons"]["find"] {
  const { tables: t, read } = context;
  const { contacts: c, users: u, declarations: d, colleagues: k } = t;

  async function contacts(org: string, text: string, most: number) {
    const own = and(eq(c.org, org), isNull(c.erasedAt));
    const { id, name, emailKey } = c;
    const byName = await rowsByName(text, (after) =>
      read
        .select({ id, name, emailKey })
        .from(c)
        .where(and(own, gt(id, after)))
        .orderBy(asc(id))
        .limit(namesAtOnce),
    );
    const byAddress = await read
      .select({ id, emailKey })
      .from(c)
      .where(and(own, eq(emailKey, text.toLowerCase())))
      .orderBy(asc(id))
      .limit(most);
    const keys = new Map([...byAddress, ...byName].map((row) => [row.id, row.emailKey]));
    const ids = [...keys]
      .toSorted(([one, key], [other, otherKey]) => order(key, otherKey) || order(one, other))
      .slice(0, most)
      .map(([found]) => found);
    if (ids.length === 0) return [];
    const rows = await contactsWithSupplier(context)
      .where(and(eq(c.org, org), inArray(id, ids)))
      .orderBy(asc(emailKey), asc(id));
    return rows.map(({ contact, supplier }) => ({ contact: withoutNulls(contact), supplier }));
  }

  async function users(org: string, text: string, most: number) {
    const own = and(eq(u.org, org), isNull(u.erasedAt));
    const byName = await rowsByName(text, (after) =>
      read
        .select({ id: u.id, name: u.name })
        .from(u)
        .where(and(own, gt(u.id, after)))
        .orderBy(asc(u.id))
        .limit(namesAtOnce),
    );
    const byAddress = await read
      .select({ id: u.id })
      .from(u)
      .where(and(own, eq(u.email, text.toLowerCase())));
    const ids = [...byAddress, ...byName].map((row) => row.id).slice(0, most);
    if (ids.length === 0) return [];
    const rows = await read
      .select(columnsOf(t).user)
      .from(u)
      .where(and(own, inArray(u.id, ids)))
      .orderBy(asc(u.name), asc(u.id));
    return rows.map((row) => withoutNulls(row));
  }

  async function signers(org: string, text: string, most: number) {
    const byName = await rowsByName(text, (after) =>
      read
        .select({ id: d.attestation, name: d.name, signedAt: d.signedAt })
        .from(d)
        .where(and(eq(d.org, org), gt(d.attestation, after)))
        .orderBy(asc(d.attestation))
        .limit(namesAtOnce),
    );
    const ids = byName
      .toSorted((one, other) => other.signedAt.getTime() - one.signedAt.getTime() || order(one.id, other.id))
      .slice(0, most)
      .map(({ id }) => id);
    if (ids.length === 0) return [];
    return read
      .select({
        ...{ name: d.name, job: d.job, signedAt: d.signedAt, attestation: d.attestation },
        reference: t.attestations.reference,
        supplier: { id: t.suppliers.id, name: t.suppliers.name },
      })
      .from(d)
      .innerJoin(t.attestations, and(eq(t.attestations.org, d.org), eq(t.attestations.id, d.attestation)))
      .innerJoin(t.invitations, and(eq(t.invitations.org, d.org), eq(t.invitations.id, t.attestations.invitation)))
      .innerJoin(t.suppliers, and(eq(t.suppliers.org, d.org), eq(t.suppliers.id, t.invitations.supplier)))
      .where(and(eq(d.org, org), inArray(d.attestation, ids)))
      .orderBy(desc(d.signedAt), asc(d.attestation));
  }

  async function colleagues(org: string, text: string, most: number) {
    const own = and(eq(k.org, org), isNull(k.erasedAt));
    const byName = await rowsByName(text, (after) =>
      read
        .select({ id: k.id, name: k.name })
        .from(k)
        .where(and(own, gt(k.id, after)))
        .orderBy(asc(k.id))
        .limit(namesAtOnce),
    );
    const byAddress = await read
      .select({ id: k.id })
      .from(k)
      .where(atAddress(k, org, text.toLowerCase()))
      .limit(most);
    const ids = [...new Set([...byAddress, ...byName].map((row) => row.id))].slice(0, most);
    if (ids.length === 0) return [];
    const rows = await colleaguesWithSupplier(context)
      .where(and(own, inArray(k.id, ids)))
      .orderBy(asc(k.name), asc(k.id));
    return rows.map(({ colleague, ...about }) => ({ colleague: withoutNulls(colleague), ...about }));
  }

  return async (org, { text, most }) => ({
    colleagues: await colleagues(org, text, most),
    contacts: await contacts(org, text, most),
    users: await users(org, text, most),
    signers: await signers(org, text, most),
  });
}
