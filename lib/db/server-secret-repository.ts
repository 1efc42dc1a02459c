import "server-only";
import type { Database } from "./database";

/** What is stored under the name: `fresh` where nothing was. Of several instances one is first, and all get its value. */
export async function keepServerSecret(db: Database, name: string, fresh: string): Promise<string> {
  await db.prisma.serverSecret.createMany({ data: [{ name, value: fresh }], skipDuplicates: true });
  return (await db.prisma.serverSecret.findUniqueOrThrow({ where: { name } })).value;
}

export async function replaceServerSecret(db: Database, name: string, value: string): Promise<void> {
  await db.prisma.serverSecret.update({ where: { name }, data: { value } });
}
