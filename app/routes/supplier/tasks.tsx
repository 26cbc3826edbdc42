import { useLoaderData } from "@remix-run/react";
import { TasksPage } from "#app/components/supplier/tasks/tasks-page";
import { tasksPage } from "#app/services/supplier/tasks-page";
import { forOpenSitting } from "./answering";
import { titleOf } from "./title";

export const meta = titleOf;

export const loader = forOpenSitting(({ ctx, sitting }) => tasksPage(ctx, sitting));

export default function Tasks() {
  return <TasksPage view={useLoaderData<typeof loader>()} />;
}
