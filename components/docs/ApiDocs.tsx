"use client";

import "swagger-ui-dist/swagger-ui.css";
import { useEffect, useRef, useState } from "react";
import { AdminFrame } from "@/components/admin/AdminFrame";
import type { FrameUser } from "@/components/frame/frame-user";
import classes from "./ApiDocs.module.css";

/** The API's description as a page in which every call can be tried with one's own rights. */
export function ApiDocs({ user }: { user: FrameUser }) {
  const place = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let isGone = false;
    import("swagger-ui-dist/swagger-ui-es-bundle.js").then(
      ({ default: SwaggerUI }) => {
        if (isGone || !place.current) return;
        SwaggerUI({ url: "/api/openapi.json", domNode: place.current, deepLinking: true, validatorUrl: null });
      },
      () => setFailed(true),
    );
    return () => {
      isGone = true;
    };
  }, []);
  return (
    <AdminFrame user={user} title="API">
      <p className={classes.lead}>
        Everything the pages do, other programs can do: with a token from Admin → API tokens as{" "}
        <code>Authorization: Bearer …</code>. The same as a file: <a href="/api/openapi.json">openapi.json</a>.
      </p>
      {failed ? <p role="alert">The page could not be loaded. Reload it to try again.</p> : null}
      <div ref={place} className={classes.docs} />
    </AdminFrame>
  );
}
