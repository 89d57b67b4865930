import { Icon } from "#web/ui/icon.tsx";

/** What is in it, one line each. */
export function Features({ features }: { features: readonly string[] }) {
  if (features.length === 0) return null;
  return (
    <ul className="space-y-2.5">
      {features.map((feature) => (
        <li key={feature} className="flex gap-2.5">
          <Icon name="check" size={20} className="mt-0.5 text-accent" />
          <span dir="auto" className="min-w-0">
            {feature}
          </span>
        </li>
      ))}
    </ul>
  );
}
