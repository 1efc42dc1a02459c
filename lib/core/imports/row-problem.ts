import { english } from "../text";
import type { Words } from "../words";
import type { Column } from "./import-columns";

export interface Problem {
  readonly column: Column | null;
  /** In one sentence. */
  readonly words: Words;
  /** The same in English. */
  readonly message: string;
}

/** What is wrong with a column of a row, also in English. */
export const problemOf = (column: Problem["column"], words: Words): Problem => ({
  column,
  words,
  message: english(words.text, words.values),
});

/** Thrown inside planning only: this row cannot be done, in one sentence. */
export class RowProblem extends Error {
  readonly problem: Problem;

  constructor(column: Problem["column"], words: Words) {
    const problem = problemOf(column, words);
    super(problem.message);
    this.problem = problem;
  }
}
