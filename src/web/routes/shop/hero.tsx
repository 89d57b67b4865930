import { BrandLink } from "./brand-link.tsx";

/** A picture of a product, in both themes; taken of the running product by `scripts/pictures.ts`. */
interface ProductPicture {
  file: string;
  alt: string;
  caption: string;
}

const SIZE = { width: 760, height: 570 };

/** Products that ship with Cairn and can be shown; a company's own product has no picture of ours. */
const PICTURES: Readonly<Record<string, ProductPicture>> = {
  "ai-business-mastery": {
    file: "course",
    alt: "The course as a student sees it: its parts with their lessons, how long each takes and what completes it",
    caption: "AI Business Mastery on the first day: what completes each lesson is written beside it.",
  },
};

interface Props {
  headline: string;
  lead: string;
  to: string;
  /** Keys of what is sold. */
  products: readonly string[];
}

/** What is sold, in one line, with a picture of it. */
export function Hero({ headline, lead, to, products }: Props) {
  const picture = products.map((key) => PICTURES[key]).find(Boolean);
  return (
    <div className="grid items-center gap-x-12 gap-y-12 py-12 sm:py-16 lg:grid-cols-[6fr_7fr] lg:py-20">
      <div>
        <h1 className="text-36 font-bold text-balance sm:text-48" dir="auto">
          {headline}
        </h1>
        <p className="mt-5 max-w-measure text-18 text-pretty text-muted" dir="auto">
          {lead}
        </p>
        <p className="mt-8">
          <BrandLink to={to}>See what it costs</BrandLink>
        </p>
      </div>
      {picture && <Picture {...picture} />}
    </div>
  );
}

function Picture({ file, alt, caption }: ProductPicture) {
  const look = "h-auto w-full rounded-card border border-line";
  return (
    <figure className="min-w-0">
      <img src={`/pictures/${file}-light.png`} alt={alt} {...SIZE} className={`light-only ${look}`} />
      <img
        src={`/pictures/${file}-dark.png`}
        alt={alt}
        {...SIZE}
        loading="lazy"
        className={`dark-only ${look}`}
      />
      <figcaption className="mt-3 text-14 text-muted">{caption}</figcaption>
    </figure>
  );
}
