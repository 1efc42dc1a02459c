import type { Problem } from "./row-wish";

/** Thrown inside planning only: this row cannot be done, in one sentence. */
export class RowProblem extends Error {
  readonly problem: Problem;

  constructor(column: Problem["column"], message: string) {
    super(message);
    this.problem = { column, message };
  }
}
