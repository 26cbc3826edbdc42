import { TasksPage } from "#app/components/supplier/tasks/tasks-page";
import { redirect } from "#app/router/api/answers.server";
import { useLoaderData } from "#app/router/api/route-data";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forOpenSession } from "#app/routes/supplier/requests/session-requests";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import { showTasks } from "#app/services/supplier/tasks/show-tasks";
import again from "#app/styles/supplier/attestation/again.css?url";

export const meta = supplierPageTitle;

// A sheet of its own: every other page goes without these rules.
export const links = () => [{ rel: "stylesheet", href: again }];

export const loader = forOpenSession(({ ctx }) => {
  const { session } = ctx;
  // Whoever approves answers nothing.
  if (session.colleague?.approves) throw redirect(`${addressOf(session)}/check`);
  return showTasks(ctx, {});
});

export default function Tasks() {
  return <TasksPage view={useLoaderData<typeof loader>()} />;
}
