import "@remix-run/node";
import type { AppContext } from "#app/product/context.server";

// Without the flag here the compiler still types loader data as JSON, where a Date becomes a string.
declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
  interface AppLoadContext {
    /** Fresh for each response; every script tag must carry it. */
    cspNonce: string;
    /** Network address of whoever asks, as far as the proxies in front are believed. */
    address: string;
    /** What of it one customer has: of IPv6 the /64. The same as the address where that is left out. */
    network?: string;
    /** Body of a form that the server has read before the page. */
    form?: string;
    context: AppContext;
  }
}
