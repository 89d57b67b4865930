import type { Span } from "../types.ts";

/** The words an exported plan uses. Every one of them is a label that the reader knows. */
export interface Words {
  /** Label over items, by kind; "risks" heads risks and mitigations alike. */
  items: Record<
    | "deliverable"
    | "activity"
    | "criterion"
    | "objective"
    | "kpi"
    | "risks"
    | "risk"
    | "mitigation"
    | "milestone"
    | "successFactor"
    | "overview",
    string
  >;
  workPackage: string;
  owner: string;
  due: string;
  time: string;
  probability: string;
  impact: string;
  trigger: string;
  baseline: string;
  proof: string;
  readFrom: string;
  dependsOn: string;
  units: Record<Span["unit"], [one: string, several: string]>;
}

export const LABELS: Record<"en" | "es", Words> = {
  en: {
    items: {
      deliverable: "Deliverables",
      activity: "Activities",
      criterion: "Success criteria",
      objective: "Objective",
      kpi: "KPIs",
      risks: "Risks",
      risk: "Risks",
      mitigation: "Mitigation",
      milestone: "Milestones",
      successFactor: "Success factors",
      overview: "Overview",
    },
    workPackage: "Work package",
    owner: "Owner",
    due: "Due",
    time: "Timeline",
    probability: "Probability",
    impact: "Impact",
    trigger: "Trigger",
    baseline: "Baseline",
    proof: "Proof",
    readFrom: "Read from",
    dependsOn: "Depends on",
    units: { month: ["Month", "Months"], week: ["Week", "Weeks"], day: ["Day", "Days"] },
  },
  es: {
    items: {
      deliverable: "Entregables",
      activity: "Actividades",
      criterion: "Criterios de éxito",
      objective: "Objetivo",
      kpi: "KPIs",
      risks: "Riesgos",
      risk: "Riesgos",
      mitigation: "Mitigación",
      milestone: "Hitos",
      successFactor: "Factores de éxito",
      overview: "Resumen",
    },
    workPackage: "Paquete de trabajo",
    owner: "Responsable",
    due: "Fecha límite",
    time: "Plazo",
    probability: "Probabilidad",
    impact: "Impacto",
    trigger: "Disparador",
    baseline: "Línea base",
    proof: "Prueba",
    readFrom: "Medido por",
    dependsOn: "Depende de",
    units: { month: ["Mes", "Meses"], week: ["Semana", "Semanas"], day: ["Día", "Días"] },
  },
};
