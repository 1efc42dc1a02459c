/** Next calls this once, before the first request. Only a guarded import, so that the Edge bundle stays clean. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { bootOrExit } = await import("@/lib/runtime/boot-or-exit");
  await bootOrExit();
}
