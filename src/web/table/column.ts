import type { ReactNode } from "react";

/** One column of a list. The first column names its row. */
export interface Column<Row> {
  /** Also the name it is sorted by. */
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** `end` for numbers: right aligned, figures of one width. */
  align?: "start" | "end";
  sortable?: boolean;
  /** Leaves the column out of the cards a phone shows. */
  hiddenOnPhone?: boolean;
  /** Long text: may take what room is left, wraps. Other columns stay on one line. */
  grow?: boolean;
}

/** A choice above the list that narrows it. */
export interface Filter {
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
}
