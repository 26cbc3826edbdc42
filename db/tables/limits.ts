import type { Kit } from "#db/database/kit";

/** What processes count together so that nobody tries or asks too often. None of it is about an organisation. */
export function limitTables(k: Kit) {
  const signInTries = k.table(
    "sign_in_tries",
    {
      /** SHA-256 of the login and the address that it was tried from. */
      key: k.str("key_hash").notNull(),
      count: k.int("tries").notNull(),
      last: k.time("last_at").notNull(),
      until: k.time("wait_until"),
    },
    (t) => [
      // Not led by the organisation: the login names none.
      k.uniqueIndex("sign_in_tries_by_key").on(t.key),
      k.index("sign_in_tries_last").on(t.last),
    ],
  );

  const requestCounts = k.table(
    "request_counts",
    {
      window: k.time("window_start").notNull(),
      process: k.str("process").notNull(),
      /** SHA-256 of the address. */
      key: k.str("key_hash").notNull(),
      count: k.int("requests").notNull(),
    },
    // Not led by the organisation: an address is counted before anybody knows what is asked for.
    (t) => [k.uniqueIndex("request_counts_once").on(t.window, t.process, t.key)],
  );

  return { signInTries, requestCounts };
}
