import { BrandLink } from "../shop/brand-link.tsx";
import type { Route } from "./+types/stopped.ts";

export const meta: Route.MetaFunction = () => [
  { title: "No more mails about this course" },
  { name: "robots", content: "noindex" },
];

export default function Stopped() {
  return (
    <div className="mx-auto max-w-measure px-4 py-24 sm:px-8">
      <h1 className="text-36 font-bold">You get no more of these mails</h1>
      <p className="mt-4 text-18 text-pretty text-muted">
        What you did in the course is kept. In its plan you can let reminders come again.
      </p>
      <p className="mt-8">
        <BrandLink to="/learn" outline>
          Open your courses
        </BrandLink>
      </p>
    </div>
  );
}
