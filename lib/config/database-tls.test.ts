import { expect, test } from "vitest";
import { databaseTlsWarning } from "./database-tls";

const at = (rest: string) => databaseTlsWarning(`postgresql://app:secret@${rest}`);

test.each([
  "localhost/occupancy",
  "127.0.0.1:5432/occupancy",
  "[::1]:5432/occupancy",
  "%2Fvar%2Frun%2Fpostgresql/occupancy",
  "/occupancy?host=/var/run/postgresql",
  "db.example:5432/occupancy?sslmode=verify-full",
  "db.example/occupancy?sslmode=verify-full&sslrootcert=/etc/ca.pem",
  "db.example/occupancy?sslmode=require",
  "db.example/occupancy?uselibpqcompat=true&sslmode=verify-full",
  "db.example/occupancy?sslmode=disable",
])("nothing to say about %s", (rest) => {
  expect(at(rest)).toBeNull();
});

test.each([
  ["db.example/occupancy", "db.example is not encrypted"],
  ["10.0.0.7:5432/occupancy", "10.0.0.7 is not encrypted"],
  ["localhost/occupancy?host=db.example", "db.example is not encrypted"],
  ["localhost.example/occupancy", "localhost.example is not encrypted"],
  ["db.example/occupancy?sslmode=no-verify", "not to a server that was checked"],
  ["db.example/occupancy?uselibpqcompat=true&sslmode=require", "not to a server that was checked"],
])("%s: %s", (rest, words) => {
  const said = at(rest);
  expect(said).toContain(words);
  expect(said).toContain("sslmode=verify-full");
  expect(said).not.toContain("secret");
});
