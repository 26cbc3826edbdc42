import { UnsubscribePage } from "#app/components/supplier/link/unsubscribe-page";
import { useLoaderData } from "#app/router/api/route-data";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forLink } from "#app/routes/supplier/requests/session-requests";
import { showUnsubscribe, unsubscribe } from "#app/services/supplier/link/unsubscribe";

export const meta = supplierPageTitle;

export const loader = forLink(({ ctx, link }) => showUnsubscribe(ctx, link));

/** Also what mail programs send by themselves (RFC 8058): one POST, whatever it holds. */
export const action = forLink(async ({ ctx, link: { token } }) => {
  await unsubscribe(ctx, { token });
  return null;
});

export default function Unsubscribe() {
  return <UnsubscribePage view={useLoaderData<typeof loader>()} />;
}
