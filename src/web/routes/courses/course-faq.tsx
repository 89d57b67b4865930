import type { PublicCourse } from "#modules/academy/contract/catalogue.ts";
import { Icon } from "#web/ui/icon.tsx";

/** What people ask before they begin. */
export function CourseFaq({ course: { faq, language } }: { course: PublicCourse }) {
  if (faq.length === 0) return null;
  return (
    <section aria-labelledby="faq">
      <h2 id="faq" className="mb-6 text-28 font-bold">
        Questions before you begin
      </h2>
      <div lang={language} className="divide-y divide-line border-y border-line">
        {faq.map(({ question, answer }) => (
          <details key={question} className="group">
            <summary className="flex min-h-14 items-center gap-4 py-3 font-semibold hover:text-accent">
              <span dir="auto" className="flex-1">
                {question}
              </span>
              <Icon
                name="plus"
                size={20}
                className="text-muted transition-transform group-open:rotate-45 motion-reduce:transition-none"
              />
            </summary>
            <p className="max-w-measure pb-6 text-pretty whitespace-pre-line text-muted" dir="auto">
              {answer}
            </p>
          </details>
        ))}
      </div>
    </section>
  );
}
