import type { Permission, StaffRole } from "#kernel/actor.ts";
import type { EventDefinition, Subscriber } from "#kernel/events/event.ts";
import { createEvidenceRegistry, type EvidenceRegistry } from "#kernel/evidence/registry.ts";
import type { JobDefinition } from "#kernel/jobs/job.ts";
import { createMetricRegistry, type MetricRegistry } from "#kernel/metrics/registry.ts";
import type { MembershipSource, Module, PermissionGrant, WebhookIntake } from "#kernel/module.ts";
import type { AnyOperation } from "#kernel/operation/operation.ts";

/** Everything the modules contribute, by name. Built once at start; never changes. */
export interface Registry {
  modules: readonly Module[];
  operations: ReadonlyMap<string, AnyOperation>;
  events: ReadonlyMap<string, EventDefinition>;
  subscribers: readonly Subscriber[];
  jobs: ReadonlyMap<string, JobDefinition>;
  permissions: ReadonlyMap<Permission, PermissionGrant>;
  metrics: MetricRegistry;
  evidence: EvidenceRegistry;
  intakes: ReadonlyMap<string, WebhookIntake>;
  /** The accounts a person belongs to. */
  membershipsOf: MembershipSource;
  /** What a role may do; owner and admin may do everything. */
  permissionsOf(role: StaffRole | null): ReadonlySet<Permission>;
}

function index<T>(items: readonly T[], name: (item: T) => string, what: string): Map<string, T> {
  const map = new Map<string, T>();
  for (const item of items) {
    if (map.has(name(item))) throw new Error(`${what} ${name(item)} is declared twice`);
    map.set(name(item), item);
  }
  return map;
}

/** Accesses that are no permission. */
const OPEN_ACCESS: ReadonlySet<string> = new Set(["public", "signed_in", "customer"]);

function checkOperations(
  operations: Map<string, AnyOperation>,
  permissions: ReadonlyMap<string, unknown>,
): void {
  const paths = new Map<string, string>();
  for (const operation of operations.values()) {
    const { name, access, http } = operation;
    if (!OPEN_ACCESS.has(access) && !permissions.has(access as Permission))
      throw new Error(`Operation ${name} asks for ${access}, which no module declares`);
    const shape = http.replace(/:\w+/g, ":");
    if (paths.has(shape)) throw new Error(`Operations ${name} and ${paths.get(shape)} share ${http}`);
    paths.set(shape, name);
  }
}

function theMemberships(modules: readonly Module[]): MembershipSource {
  const sources = modules.flatMap((module) => module.memberships ?? []);
  if (sources.length > 1) throw new Error("Two modules say which accounts a person belongs to");
  return sources[0] ?? (async () => []);
}

/** Collects what the modules contribute and refuses what does not fit together: a name twice, an unknown permission. */
export function createRegistry(modules: readonly Module[]): Registry {
  const operations = index(
    modules.flatMap((module) => module.operations),
    (o) => o.name,
    "Operation",
  );
  const permissions = new Map(
    modules.flatMap((module) => Object.entries(module.permissions) as [Permission, PermissionGrant][]),
  );
  checkOperations(operations, permissions);
  const all = new Set(permissions.keys());
  const byRole = (role: StaffRole) =>
    new Set([...permissions].filter(([, grant]) => grant.roles.includes(role)).map(([name]) => name));
  return {
    modules,
    operations,
    permissions,
    events: index(
      modules.flatMap((module) => module.events ?? []),
      (event) => event.name,
      "Event",
    ),
    subscribers: [
      ...index(
        modules.flatMap((module) => module.subscribers ?? []),
        (s) => s.name,
        "Subscriber",
      ).values(),
    ],
    jobs: index(
      modules.flatMap((module) => module.jobs ?? []),
      (job) => job.name,
      "Job",
    ),
    metrics: createMetricRegistry(modules.flatMap((module) => module.metrics ?? [])),
    evidence: createEvidenceRegistry(modules.flatMap((module) => module.evidence ?? [])),
    intakes: index(
      modules.flatMap((module) => module.intakes ?? []),
      (intake) => intake.name,
      "Intake",
    ),
    membershipsOf: theMemberships(modules),
    permissionsOf: (role) => {
      if (role === null) return new Set();
      return role === "owner" || role === "admin" ? all : byRole(role);
    },
  };
}
