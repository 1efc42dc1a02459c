import type { FloorPlan, PlanDraft, PlanSave } from "@/lib/core/floor-plan";
import { text } from "@/lib/core/text";
import { ApiError } from "./api";

/** How the work and the server's copy of it stand. Times are ms since 1970. */
export type SaveState =
  | { readonly kind: "saved"; readonly at: number | null }
  /** Waits for a pause in the work. */
  | { readonly kind: "unsaved" }
  | { readonly kind: "saving" }
  /** Tries again by itself, or with the next change when the plan itself was refused. */
  | { readonly kind: "failed"; readonly message: string; readonly retries: boolean }
  /** Somebody else saved in the meantime: `theirs` is what is stored now. */
  | { readonly kind: "conflict"; readonly theirs: PlanDraft };

interface Server {
  readonly save: (save: PlanSave) => Promise<PlanDraft>;
  readonly read: () => Promise<PlanDraft>;
}

/** Calls back after so many ms; answers how to call it off. */
type After = (ms: number, call: () => void) => () => void;

const PAUSE_MS = 900;
const RETRY_MS = [2_000, 4_000, 8_000, 15_000, 30_000] as const;

const byTimer: After = (ms, call) => {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
};

/** Saves a draft while somebody works on it: after each pause, one save at a time, until it is there. */
export class PlanSaver {
  #draft: PlanDraft;
  #saved: FloorPlan;
  #wanted: FloorPlan;
  #state: SaveState;
  #failures = 0;
  #cancelTimer: (() => void) | null = null;
  #running: Promise<void> | null = null;
  readonly #server: Server;
  readonly #after: After;
  readonly #listeners = new Set<() => void>();

  constructor(draft: PlanDraft, server: Server, after: After = byTimer) {
    this.#draft = draft;
    this.#saved = draft.plan;
    this.#wanted = draft.plan;
    this.#state = { kind: "saved", at: draft.savedAt === null ? null : Date.parse(draft.savedAt) };
    this.#server = server;
    this.#after = after;
  }

  readonly state = (): SaveState => this.#state;
  /** As the server answered last. */
  readonly draft = (): PlanDraft => this.#draft;
  /** What both sides last agreed on. */
  readonly base = (): FloorPlan => this.#saved;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The plan as it is on screen now. */
  readonly offer = (plan: FloorPlan): void => {
    if (plan === this.#wanted) return;
    this.#wanted = plan;
    if (this.#state.kind === "conflict" || this.#running) return;
    if (plan === this.#saved) {
      this.#cancelTimer?.();
      this.#show({ kind: "saved", at: this.#savedAt() });
      return;
    }
    this.#show({ kind: "unsaved" });
    this.#wait(PAUSE_MS);
  };

  /** Saves what is not saved yet, now. True when everything is there afterwards. */
  readonly flush = async (): Promise<boolean> => {
    await this.#running;
    if (this.#state.kind === "conflict") return false;
    if (this.#wanted !== this.#saved) await this.#save();
    return this.#wanted === this.#saved;
  };

  /** What the server has now is known: after publishing, discarding, or reading theirs. */
  readonly accept = (draft: PlanDraft): void => {
    this.#cancelTimer?.();
    this.#draft = draft;
    this.#saved = draft.plan;
    this.#failures = 0;
    this.#show({ kind: "saved", at: this.#savedAt() });
    if (this.#wanted !== draft.plan) {
      this.#show({ kind: "unsaved" });
      this.#wait(PAUSE_MS);
    }
  };

  /** Nothing more is saved by itself. */
  readonly stop = (): void => this.#cancelTimer?.();

  #savedAt = () => (this.#draft.savedAt === null ? null : Date.parse(this.#draft.savedAt));

  #show(state: SaveState) {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  #wait(ms: number) {
    this.#cancelTimer?.();
    this.#cancelTimer = this.#after(ms, () => void this.#save());
  }

  #save(): Promise<void> {
    this.#running ??= this.#send().finally(() => {
      this.#running = null;
      if (this.#state.kind === "saved" && this.#wanted !== this.#saved) {
        this.#show({ kind: "unsaved" });
        this.#wait(PAUSE_MS);
      }
    });
    return this.#running;
  }

  async #send(): Promise<void> {
    this.#cancelTimer?.();
    const plan = this.#wanted;
    this.#show({ kind: "saving" });
    try {
      this.#draft = await this.#server.save({ revision: this.#draft.revision, plan });
      this.#saved = plan;
      this.#failures = 0;
      this.#show({ kind: "saved", at: this.#savedAt() });
    } catch (error) {
      await this.#fail(error);
    }
  }

  async #fail(error: unknown): Promise<void> {
    const { code, message } =
      error instanceof ApiError ? error : new ApiError(0, "internal", text("The server failed."));
    if (code === "conflict") {
      const theirs = await this.#server.read().catch(() => null);
      if (theirs) return this.#show({ kind: "conflict", theirs });
    }
    const retries = code === "unavailable" || code === "internal" || code === "conflict" || code === "too-many";
    this.#show({ kind: "failed", message, retries });
    const pause = RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)] ?? PAUSE_MS;
    this.#failures += 1;
    if (retries) this.#wait(pause);
  }
}
