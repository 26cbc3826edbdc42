import { TasksPage } from "#app/components/supplier/tasks/tasks-page";
import { useLoaderData } from "#app/router/api/route-data";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forOpenSession } from "#app/routes/supplier/requests/session-requests";
import { showTasks } from "#app/services/supplier/tasks/show-tasks";

export const meta = supplierPageTitle;

export const loader = forOpenSession(({ ctx }) => showTasks(ctx, {}));

export default function Tasks() {
  return <TasksPage view={useLoaderData<typeof loader>()} />;
}
