import { collectDefaultMetrics, Histogram, Registry } from "prom-client";
import type { Clock } from "#kernel/clock.ts";
import type { Database } from "#kernel/db/database.ts";
import { registerHouseGauges } from "#kernel/telemetry/house-gauges.ts";

/** One answered request. `route` is the pattern (`/api/v1/files/:fileId`), never the path, or series grow without end. */
export interface HttpObservation {
  method: string;
  route: string;
  status: number;
  seconds: number;
}

/** What a process measures of itself. */
export interface Telemetry {
  observeHttp(observation: HttpObservation): void;
  /** All metrics in Prometheus' text format. */
  metrics(): Promise<Response>;
}

/**
 * Opens the metrics of a process: Node's own, HTTP durations, and what the database says at each scrape.
 * Traces need nothing here: operations open spans through `@opentelemetry/api`, which do nothing until an SDK is
 * preloaded (`NODE_OPTIONS="--import …"`, see docs/observability.md).
 */
export function createTelemetry(house: { database: Database; clock: Clock }): Telemetry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: "cairn_http_request_duration_seconds",
    help: "Time to answer HTTP requests",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  registerHouseGauges(registry, house);
  return {
    observeHttp: ({ method, route, status, seconds }) =>
      durations.observe({ method, route, status: String(status) }, seconds),
    metrics: async () =>
      new Response(await registry.metrics(), {
        headers: { "content-type": registry.contentType, "cache-control": "no-store" },
      }),
  };
}
