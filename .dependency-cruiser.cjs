/** The one-way rules of the house (docs/architecture.md, "Who may import whom"). Each says why. */
const only = (name, comment, from, to) => ({
  name,
  comment,
  severity: "error",
  from: { path: from, pathNot: "\\.test\\.tsx?$|^lib/testing/|/testing/" },
  to,
});

module.exports = {
  forbidden: [
    only(
      "core-is-pure",
      "lib/core decides from values alone, so that server and browser share it and tests need nothing.",
      "^lib/core/",
      {
        path: "^(lib/(?!core/)|components/|app/)|node_modules/(?!zod|luxon|polygon-clipping|intl-messageformat)",
      },
    ),
    only(
      "vendors-touch-nothing",
      "A vendor adapter maps bytes to observations; the database, Next and other vendors are not its business.",
      "^lib/vendors/",
      {
        path: "^(lib/(?!core/|vendors/)|components/|app/)|node_modules/(next|pg|@prisma)",
      },
    ),
    only(
      "vendors-by-registry",
      "Vendors are reachable only through the registry: deleting one is deleting a folder and a line.",
      "^(?!lib/vendors/|lib/config/)",
      {
        path: "^lib/vendors/[^/]+/",
      },
    ),
    only(
      "components-draw",
      "Components draw: data reaches them by lib/client and lib/core, never by the server's modules.",
      "^components/",
      {
        path: "^lib/(?!core/|client/|catalogues/)",
      },
    ),
    only("client-is-client", "Browser code must not pull the server into the bundle.", "^lib/client/", {
      path: "^lib/(?!core/|client/|realtime/events)|^components/|^app/",
    }),
    only("sockets-by-the-client", "Only lib/client speaks socket.io in the browser.", "^(components|app)/", {
      path: "node_modules/socket\\.io",
    }),
    only(
      "prisma-in-db",
      "SQL and Prisma stay in lib/db, so that no query hides in a route.",
      "^(app|components|lib/(core|client|ingest|realtime|http|services))/",
      {
        path: "node_modules/(@prisma/)|^lib/db/generated/(?!enums)",
      },
    ),
    only("ingest-knows-no-http", "The write path is called by two doors and must not know which.", "^lib/ingest/", {
      path: "^(lib/(http|realtime|runtime)/|app/|components/)",
    }),
    only("db-is-a-leaf", "Repositories answer questions; they start nothing.", "^lib/db/", {
      path: "^(lib/(ingest|http|realtime|services|vendors|auth)/|app/|components/)",
    }),
    only(
      "postgres-stands-alone",
      "The embedded server and the migrations also run from scripts, without Next.",
      "^lib/postgres/",
      { path: "^(lib/(?!postgres/)|app/|components/)" },
    ),
    only(
      "the-app-needs-no-demo",
      "Demo, simulator and bench are guests: deleting them must not break the product.",
      "^(app|components|lib/(?!demo/|simulator/|testing/|http/access-matrix/))",
      {
        path: "^(lib/(demo|simulator|testing)/|bench/|prisma/seed/|scripts/)",
      },
    ),
    {
      name: "no-circles",
      comment: "A circle means two modules are one concept, or one is in the wrong place.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "lib/db/generated" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
