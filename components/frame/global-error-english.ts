/** What stands on a page that nothing else could be shown on. */
export interface GlobalErrorWords {
  readonly lang: string;
  readonly title: string;
  readonly said: string;
  readonly again: string;
}

export const GLOBAL_ERROR_ENGLISH: GlobalErrorWords = {
  lang: "en",
  title: "This page could not be shown",
  said: "Something failed on our side. Events from the sensors are still taken in. Nothing was changed.",
  again: "Try again",
};
