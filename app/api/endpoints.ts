import type { Endpoint } from "./endpoint";
import { actionEndpoints } from "./endpoints/actions";
import { exportEndpoints } from "./endpoints/exports";
import { inboundMailEndpoints } from "./endpoints/inbound-mails";
import { reviewEndpoints } from "./endpoints/reviews";
import { supplierEndpoints } from "./endpoints/suppliers";
import { whatIfEndpoints } from "./endpoints/what-if";

/** Everything that programs can ask for. */
export const endpoints: readonly Endpoint[] = [
  ...supplierEndpoints,
  ...reviewEndpoints,
  ...actionEndpoints,
  ...whatIfEndpoints,
  ...inboundMailEndpoints,
  ...exportEndpoints,
];
