import { count, eq } from "drizzle-orm";
import type { Store } from "#db/store";
import type { Ground } from "./ground";

export function organisationQueries({ tables: t, read, writer, write }: Ground): Store["organisations"] {
  return {
    async count() {
      const [row] = await read.select({ all: count() }).from(t.organisations);
      return row?.all ?? 0;
    },
    async get(org) {
      const [row] = await read.select().from(t.organisations).where(eq(t.organisations.id, org));
      return row;
    },
    create: ({ organisation, admin, passwordHash, audit }) =>
      write(organisation.id, audit, () => {
        writer.insert(t.organisations).values(organisation).run();
        writer
          .insert(t.users)
          .values({ ...admin, org: organisation.id, passwordHash })
          .run();
      }),
  };
}
