import { Fragment } from "react";
import classes from "./ApiDocs.module.css";
import type { ApiDescription } from "./api-description";
import { OperationDetails } from "./OperationDetails";
import { schemaText } from "./schema-text";
import { Words } from "./Words";

/** The API's description, for people: groups of calls, each opens to what it takes and answers. */
export function ApiDocs({ api }: { api: ApiDescription }) {
  const calls = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return (
    <div className={classes.docs}>
      <p className={classes.lead}>
        Everything the pages do, other programs can do, with a token from Admin → API tokens sent as{" "}
        <code>Authorization: Bearer …</code>. <Words text={api.info.description} /> As a file for tools:{" "}
        <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1).
      </p>
      {api.tags.map(({ name, description }) => (
        <section key={name} className={classes.group} aria-labelledby={`group-${name}`}>
          <h2 id={`group-${name}`} className={classes.heading}>
            {name}
          </h2>
          <p className={classes.about}>{description}</p>
          {calls
            .filter(({ operation }) => operation.tags.includes(name))
            .map(({ path, method, operation }) => (
              <OperationDetails
                key={operation.operationId}
                path={path}
                method={method}
                operation={operation}
                origin={api.servers[0]?.url ?? ""}
              />
            ))}
        </section>
      ))}
      <section className={classes.group} aria-labelledby="group-shapes">
        <h2 id="group-shapes" className={classes.heading}>
          Shapes
        </h2>
        {Object.entries(api.components.schemas).map(([name, schema]) => (
          <Fragment key={name}>
            <h3 id={`shape-${name}`} className={classes.shape}>
              {name}
            </h3>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and the keyboard must reach them */}
            <pre className={classes.code} tabIndex={0}>
              {schemaText(schema)}
            </pre>
          </Fragment>
        ))}
      </section>
    </div>
  );
}
