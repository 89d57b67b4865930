import { Link } from "react-router";
import type { Block } from "#modules/academy/contract/content.ts";
import type { PreviewLesson } from "#modules/academy/contract/catalogue.ts";
import { pageContext } from "#web/context.ts";
import { nameList } from "#web/format/plural.ts";
import { CourseBlock } from "#web/parts/course-blocks/course-block.tsx";
import { BrandLink } from "../shop/brand-link.tsx";
import type { Route } from "./+types/preview.ts";
import { pageIdentity } from "./course-json-ld.ts";

export const headers: Route.HeadersFunction = () => ({ "cache-control": "public, max-age=60" });

export const meta: Route.MetaFunction = ({ loaderData }) => {
  if (!loaderData) return [{ title: "Lesson" }, { name: "robots", content: "noindex" }];
  const { title, summary, url, course } = loaderData;
  return pageIdentity({
    title: `${title} · ${course.title}`,
    description: summary || `A free lesson of ${course.title}.`,
    url,
  });
};

export const loader = ({ context, params }: Route.LoaderArgs) =>
  context.get(pageContext).call<PreviewLesson>("academy.get_preview_lesson", params);

const HELD_BACK = {
  quiz: "a quiz",
  assignment: "an assignment",
  package: "an exercise",
  live: "a live session",
};

/** Without scripts nothing of another site is loaded here: it is a link. */
const Outside = ({ block }: { block: Extract<Block, { kind: "embed" }> }) => (
  <p className="rounded-card border border-line bg-surface p-5">
    <a href={block.url} rel="noopener nofollow" className="underline underline-offset-3" dir="auto">
      {block.title || new URL(block.url).host}
    </a>{" "}
    <span className="text-muted">(opens {new URL(block.url).host})</span>
  </p>
);

export default function Preview({ loaderData: lesson }: Route.ComponentProps) {
  const { course, heldBack, next } = lesson;
  const coursePath = `/courses/${course.slug}`;
  const fileHref = (fileId: string) => `${coursePath}/files/${fileId}`;
  return (
    <article className="mx-auto max-w-[720px] px-4 py-12 sm:px-8">
      <p className="text-14 text-muted">
        <Link
          to={coursePath}
          className="inline-flex min-h-11 items-center underline decoration-control/60 underline-offset-3 hover:decoration-current"
        >
          <span lang={course.language} dir="auto">
            {course.title}
          </span>
        </Link>
      </p>
      <div lang={course.language}>
        <p className="mt-4 text-14 text-muted" dir="auto">
          {lesson.moduleTitle}
        </p>
        <h1 className="mt-1 text-36 font-bold text-pretty" dir="auto">
          {lesson.title}
        </h1>
        {lesson.summary && (
          <p className="mt-3 text-18 text-pretty text-muted" dir="auto">
            {lesson.summary}
          </p>
        )}
        <div className="mt-8 space-y-6">
          {lesson.blocks.map((block) =>
            block.kind === "embed" ? (
              <Outside key={block.id} block={block} />
            ) : (
              <CourseBlock key={block.id} block={block} mediaHref={fileHref} />
            ),
          )}
        </div>
      </div>
      {heldBack.length > 0 && (
        <p className="mt-8 rounded-card bg-hover p-5 text-pretty">
          Students of the course find {nameList(heldBack.map((kind) => HELD_BACK[kind]))} here as well.
        </p>
      )}
      <div className="mt-12 border-t border-line pt-8">
        <h2 className="text-22 font-bold">This was one lesson of the course</h2>
        <p className="mt-6 flex flex-wrap gap-3">
          <BrandLink to={`${coursePath}#price`}>See the whole course</BrandLink>
          {next && (
            <BrandLink to={`${coursePath}/preview/${next.slug}`} outline>
              Next free lesson
              <span className="sr-only">: {next.title}</span>
            </BrandLink>
          )}
        </p>
      </div>
    </article>
  );
}
