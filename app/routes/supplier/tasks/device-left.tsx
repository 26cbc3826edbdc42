import { DeviceLeftPage } from "#app/components/supplier/tasks/device-left-page";
import {
  clearedSupplierSessionCookie,
  elsewhereCookie,
  supplierSessionTokenOf,
  visitorOf,
} from "#app/http/supplier-session.server";
import { redirect } from "#app/router/api/answers.server";
import { useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs, LoaderArgs } from "#app/router/api/route-types";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { withProblemPage } from "#app/routes/supplier/requests/session-requests";
import { leaveDevice, showDeviceLeft } from "#app/services/supplier/tasks/leave-device";

export const meta = supplierPageTitle;

export const loader = (args: LoaderArgs) =>
  withProblemPage(args, async () => {
    const { request, context, params } = args;
    const view = await showDeviceLeft(visitorOf(context.context, request).ctx, { attestation: params.id ?? "" });
    // Whoever still has a session has not left.
    if (supplierSessionTokenOf(request) !== undefined) throw redirect(`/attest/${params.id}/left`);
    return view;
  });

/** The browser forgets the session whatever becomes of the record: signing out must not need a disk. */
export const action = (args: ActionArgs) =>
  withProblemPage(args, async () => {
    const { request, context, params } = args;
    const attestation = params.id ?? "";
    const { ctx } = visitorOf(context.context, request);
    // Also looks at the shape of the id, which goes into the cookie.
    await showDeviceLeft(ctx, { attestation });
    const sessionToken = supplierSessionTokenOf(request);
    if (sessionToken !== undefined) {
      await leaveDevice(ctx, { attestation, sessionToken }).catch((error: unknown) => {
        ctx.log.error({ err: error }, "a session could not be ended on record; its browser has forgotten it");
      });
    }
    const headers = new Headers({ "set-cookie": clearedSupplierSessionCookie(ctx, attestation) });
    headers.append("set-cookie", elsewhereCookie(ctx, attestation));
    return redirect(`/attest/${attestation}/done`, { headers });
  });

export default function DeviceLeft() {
  return <DeviceLeftPage frame={useLoaderData<typeof loader>().frame} />;
}
