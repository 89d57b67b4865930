import { classNames } from "#web/ui/class-names.ts";
import { brandClass } from "../shop/brand-link.tsx";
import type { Route } from "./+types/stop.ts";

export const meta: Route.MetaFunction = () => [
  { title: "Get no more mails about a course" },
  { name: "robots", content: "noindex" },
];

export const loader = ({ params }: Route.LoaderArgs) => ({ token: params.token });

/** A button, since mail programs open links by themselves: looking at this page ends nothing. */
export default function Stop({ loaderData: { token } }: Route.ComponentProps) {
  return (
    <div className="mx-auto max-w-measure px-4 py-24 sm:px-8">
      <h1 className="text-36 font-bold">Get no more mails about this course?</h1>
      <p className="mt-4 text-18 text-pretty text-muted">
        Reminders and hints end. Your certificate, answers to your questions and invoices still reach you. In
        the plan of the course you can let mails come again.
      </p>
      <form method="post" action={`/reminders/stop/${token}`} className="mt-8">
        <button type="submit" className={classNames(brandClass, "max-sm:w-full")}>
          End these mails
        </button>
      </form>
    </div>
  );
}
