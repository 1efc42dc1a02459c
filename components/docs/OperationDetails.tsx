import classes from "./ApiDocs.module.css";
import type { ApiOperation } from "./api-description";
import { schemaText } from "./schema-text";
import { Words } from "./Words";

interface OperationDetailsProps {
  readonly path: string;
  readonly method: string;
  readonly operation: ApiOperation;
  readonly origin: string;
}

/** One call: what it takes, what it answers, and how to try it. */
export function OperationDetails({ path, method, operation, origin }: OperationDetailsProps) {
  const { parameters = [], requestBody, responses } = operation;
  return (
    <details className={classes.call} id={operation.operationId}>
      <summary className={classes.summary}>
        <span className={classes.method} data-method={method}>
          {method.toUpperCase()}
        </span>
        <code className={classes.path}>{path}</code>
        <span className={classes.says}>
          <Words text={operation.summary} />
        </span>
      </summary>
      <div className={classes.body}>
        {operation.description ? (
          <p>
            <Words text={operation.description} />
          </p>
        ) : null}
        {parameters.length > 0 ? (
          <dl className={classes.facts}>
            {parameters.map(({ name, in: place, required, schema }) => (
              <div key={name}>
                <dt>
                  <code>{name}</code> in the {place}
                  {required ? "" : ", if you like"}
                </dt>
                <dd>{schemaText(schema)}</dd>
              </div>
            ))}
          </dl>
        ) : null}
        {requestBody ? <Content title="Send" content={requestBody.content} /> : null}
        {Object.entries(responses).map(([status, { description, content }]) =>
          status.startsWith("2") ? (
            <Content key={status} title={`Answer ${status}`} content={content ?? {}} />
          ) : (
            <p key={status} className={classes.problem}>
              <code>{status}</code> <Words text={description} />
            </p>
          ),
        )}
        <Code
          text={`curl${method === "get" ? "" : ` -X ${method.toUpperCase()}`} -H "Authorization: Bearer $TOKEN" ${origin}${path}`}
        />
      </div>
    </details>
  );
}

function Content({ title, content }: { title: string; content: NonNullable<ApiOperation["requestBody"]>["content"] }) {
  const kinds = Object.entries(content);
  return (
    <>
      <h3 className={classes.title}>
        {title}
        {kinds.length > 0 ? `, ${kinds.map(([kind]) => kind).join(" or ")}` : ", without a body"}
      </h3>
      {kinds.slice(0, 1).map(([kind, { schema }]) => (
        <Code key={kind} text={kind === "application/json" ? schemaText(schema) : "bytes"} />
      ))}
    </>
  );
}

function Code({ text }: { text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and the keyboard must reach them
    <pre className={classes.code} tabIndex={0}>
      {text}
    </pre>
  );
}
