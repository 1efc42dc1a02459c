import { buildApp, needsBuild } from "@/lib/demo/build-app";

// `npm start` must serve what the sources say, and start at once when nothing changed.
const project = process.cwd();
if (needsBuild(project)) {
  console.log("Building (once; about 30 s) …");
  await buildApp(project, new AbortController().signal);
}
