import type { Locale } from "@/lib/core/locale";
import { preferencesFrom } from "@/lib/core/preferences";

interface GlobalErrorWords {
  readonly title: string;
  readonly said: string;
  readonly again: string;
}

/** When nothing else could be shown, no catalogue can be fetched either: these few words stand in the page itself. */
export const GLOBAL_ERROR_WORDS: Readonly<Record<Locale, GlobalErrorWords>> = {
  en: {
    title: "This page could not be shown",
    said: "Something failed on our side. Events from the sensors are still taken in. Nothing was changed.",
    again: "Try again",
  },
  de: {
    title: "Diese Seite konnte nicht angezeigt werden",
    said: "Bei uns ist etwas schiefgegangen. Ereignisse der Sensoren werden weiter angenommen. Es wurde nichts geändert.",
    again: "Erneut versuchen",
  },
  fr: {
    title: "Cette page n’a pas pu être affichée",
    said: "Une erreur s’est produite de notre côté. Les événements des capteurs sont toujours reçus. Rien n’a été modifié.",
    again: "Réessayer",
  },
  es: {
    title: "No se pudo mostrar esta página",
    said: "Algo falló por nuestra parte. Los eventos de los sensores se siguen recibiendo. No se cambió nada.",
    again: "Reintentar",
  },
  ja: {
    title: "このページを表示できませんでした",
    said: "システム側で問題が発生しました。センサーからのイベントは引き続き受信しています。何も変更していません。",
    again: "再試行",
  },
};

/** The language of this browser: what was chosen in it, else what it asks for. */
export function languageHere(): Locale {
  const cookie = (name: string) => new RegExp(`(?:^|; )${name}=([^;]*)`).exec(document.cookie)?.[1];
  return preferencesFrom(cookie, navigator.languages.join()).language;
}
