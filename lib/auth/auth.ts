import "server-only";
import { env } from "@/lib/config/env";
import { database, prisma } from "@/lib/db/client";
import { logger } from "@/lib/runtime/logger";
import { publish, singleton } from "@/lib/runtime/singleton";
import { type Auth, createAuth } from "./create-auth";
import { readSecret } from "./read-secret";

/** The secret of this installation. */
export const authSecret = (): Promise<string> => once("authSecret", () => readSecret(prisma(), env().authSecret));

/** The sign-in of this process. */
export const auth = (): Promise<Auth> =>
  once("auth", async () => {
    const { publicUrl } = env();
    return createAuth({ prisma: prisma(), secret: await authSecret(), publicUrl, log, onRefused });
  });

/**
 * The sign-in at the identity provider; null when there is none. An instance of its own: sessions and local accounts
 * must not wait for a provider that does not answer.
 */
export const oidcAuth = async (): Promise<Auth | null> => {
  const { publicUrl, oidc: settings } = env();
  if (!settings) return null;
  return once("oidcAuth", async () => {
    const oidc = { settings, pool: database().read };
    return createAuth({ prisma: prisma(), secret: await authSecret(), publicUrl, log, onRefused, oidc });
  });
};

const log = (message: string, ...about: unknown[]) => logger().error({ about }, `sign-in: ${message}`);

const onRefused = (path: string, address: string | null) => logger().info({ path, address }, "sign-in refused");

// A database that was away for the first caller must not lock everybody out until the next restart.
function once<T>(name: string, create: () => Promise<T>): Promise<T> {
  return singleton(name, () =>
    create().catch((error: unknown) => {
      publish(name, undefined);
      throw error;
    }),
  );
}
