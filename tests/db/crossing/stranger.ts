import type { Store } from "#db/store";
import type { World } from "#tests/support/world";

/** One organisation, `org`, that asks the store for what another has. */
export type OtherOrganisation = { readonly store: Store; readonly org: string; readonly theirs: World };
