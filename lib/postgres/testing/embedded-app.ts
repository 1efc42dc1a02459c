import { startEmbeddedDatabase } from "../embedded-database";

// An app for the tests to kill: starts the database of the folder, says so, and stays.
const dataDir = process.argv[2] ?? "";
try {
  const database = await startEmbeddedDatabase({ dataDir, log: (message) => console.error(message) });
  process.once("SIGTERM", () => void database.stop().then(() => process.exit(0)));
  console.log(JSON.stringify({ url: database.url }));
} catch (error) {
  const { name, message } = error as Error;
  console.log(JSON.stringify({ error: name, message }));
  process.exitCode = 1;
}
