import { setTimeout as sleep } from "node:timers/promises";
import { WEBHOOK_KEY, WEBHOOK_PATH } from "../app-under-test";
import { HttpConnection } from "../http-connection";
import type { PlannedDelivery } from "./planned-deliveries";

export interface VendorSender {
  /** Resolves when every delivery is acknowledged. */
  readonly done: Promise<void>;
  readonly acknowledged: ReadonlySet<string>;
  /** Deliveries acknowledged so far, copies counted. */
  readonly count: number;
  readonly attempts: number;
  /** 200 answers, and everything else by status; 0 is no answer. */
  readonly answers: ReadonlyMap<number, number>;
  /** Deliveries acknowledged before and yet taken for new. */
  readonly forgotten: readonly string[];
  /** Starts nothing new and waits for what is under way. */
  pause(): Promise<void>;
  resume(): void;
}

const CONNECTIONS = 32;
const TIMEOUT_MS = 5_000;
const PAUSE_MS = { least: 50, spread: 250 };

/**
 * A vendor that sends again until it hears 2xx: on refusal, on a broken line, on silence and on 5xx. It does not wait
 * for Retry-After, as Butlr does not.
 */
export function startVendorSender(port: number, deliveries: readonly PlannedDelivery[]): VendorSender {
  const acknowledged = new Set<string>();
  const answers = new Map<number, number>();
  const forgotten: string[] = [];
  let next = 0;
  let count = 0;
  let attempts = 0;
  let underWay = 0;
  let gate: PromiseWithResolvers<void> | null = null;

  const attempt = async (connection: HttpConnection, delivery: PlannedDelivery): Promise<boolean> => {
    if (gate) await gate.promise;
    const wasAcknowledged = acknowledged.has(delivery.key);
    attempts++;
    underWay++;
    const answer = await connection.send(requestOf(port, delivery.body));
    underWay--;
    answers.set(answer?.status ?? 0, (answers.get(answer?.status ?? 0) ?? 0) + 1);
    if (answer?.status !== 200) return false;
    if (wasAcknowledged && !answer.body.includes('"duplicate"')) forgotten.push(delivery.key);
    acknowledged.add(delivery.key);
    count++;
    return true;
  };

  const work = async () => {
    const connection = new HttpConnection(port, TIMEOUT_MS);
    for (let delivery = deliveries[next++]; delivery; delivery = deliveries[next++]) {
      while (!(await attempt(connection, delivery))) await sleep(PAUSE_MS.least + Math.random() * PAUSE_MS.spread);
    }
    connection.close();
  };

  const done = Promise.all(Array.from({ length: CONNECTIONS }, work)).then(() => undefined);
  return {
    done,
    acknowledged,
    answers,
    forgotten,
    get count() {
      return count;
    },
    get attempts() {
      return attempts;
    },
    async pause() {
      gate ??= Promise.withResolvers();
      while (underWay > 0) await sleep(5);
    },
    resume() {
      gate?.resolve();
      gate = null;
    },
  };
}

function requestOf(port: number, body: string): Buffer {
  const head = `POST ${WEBHOOK_PATH} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\nx-api-key: ${WEBHOOK_KEY}\r\n`;
  return Buffer.from(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
