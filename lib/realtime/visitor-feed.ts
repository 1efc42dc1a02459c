import "server-only";

export interface VisitorFeedOptions {
  /** The highest id of a word about visitors. */
  readonly readLast: () => Promise<number>;
  /** Words with a higher id. */
  readonly readWords: (after: number) => Promise<readonly { readonly id: number; readonly sourceId: number }[]>;
  /** The sites that each location announces visitors for. */
  readonly readSites: () => Promise<ReadonlyMap<number, readonly number[]>>;
  readonly emit: (siteId: number) => void;
  readonly onError: (error: unknown) => void;
}

export interface VisitorFeed {
  /** Starts following for the first who watches this site. */
  follow(siteId: number): Promise<void>;
  unfollow(siteId: number): void;
  /** Looks for what was said, here or on another instance; called often. Without watchers it asks nothing. */
  poll(): Promise<void>;
}

/** Transactions may end in another order than they began: so many ids are looked at again, each told once. */
const LOOK_BACK = 64;

/** Says which sites' visitors changed. Browsers fetch them again, so it does not matter what the word was. */
export function createVisitorFeed({ readLast, readWords, readSites, emit, onError }: VisitorFeedOptions): VisitorFeed {
  const followed = new Set<number>();
  let last: number | null = null;
  let known = new Set<number>();
  let isPolling = false;

  const look = async (from: number) => {
    const words = await readWords(from - LOOK_BACK);
    const news = words.filter(({ id }) => !known.has(id));
    known = new Set(words.map(({ id }) => id));
    last = Math.max(from, ...known);
    return news;
  };
  const start = async () => {
    last = await readLast();
    await look(last);
  };

  return {
    async follow(siteId) {
      followed.add(siteId);
      if (last === null) await start();
    },
    unfollow(siteId) {
      followed.delete(siteId);
      if (followed.size === 0) last = null;
    },
    async poll() {
      if (isPolling || last === null || followed.size === 0) return;
      isPolling = true;
      try {
        const news = await look(last);
        if (news.length === 0) return;
        const sites = await readSites();
        const changed = new Set(news.flatMap(({ sourceId }) => sites.get(sourceId) ?? []));
        for (const site of changed) if (followed.has(site)) emit(site);
      } catch (error) {
        onError(error);
      } finally {
        isPolling = false;
      }
    },
  };
}
