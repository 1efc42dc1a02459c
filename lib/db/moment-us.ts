/** A moment in whole µs since the epoch as PostgreSQL reads it: a JS Date would cut it to ms. */
export function isoOfUs(us: number): string {
  const ms = Math.floor(us / 1000);
  return new Date(ms).toISOString().replace("Z", `${String(us - ms * 1000).padStart(3, "0")}Z`);
}

/** The SQL that gives a column's moment in whole µs. */
export const usOf = (column: string) => `(extract(epoch FROM ${column}) * 1000000)::float8`;

/** The SQL that gives a column's moment in whole ms: what came before a ms was over belongs to it. */
export const msOf = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)::float8`;
