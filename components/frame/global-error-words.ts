import type { Locale } from "@/lib/core/locale";
import { preferencesFrom } from "@/lib/core/preferences";
import { GLOBAL_ERROR_ENGLISH, type GlobalErrorWords } from "./global-error-english";

/** A catalogue could not be fetched either: these few words stand here, in each language. */
export const GLOBAL_ERROR_WORDS: Readonly<Record<Locale, GlobalErrorWords>> = {
  en: GLOBAL_ERROR_ENGLISH,
  de: {
    lang: "de",
    title: "Diese Seite konnte nicht angezeigt werden",
    said: "Bei uns ist etwas schiefgegangen. Ereignisse der Sensoren werden weiter angenommen. Es wurde nichts geändert.",
    again: "Erneut versuchen",
  },
  fr: {
    lang: "fr",
    title: "Cette page n’a pas pu être affichée",
    said: "Une erreur s’est produite de notre côté. Les événements des capteurs sont toujours reçus. Rien n’a été modifié.",
    again: "Réessayer",
  },
  es: {
    lang: "es",
    title: "No se pudo mostrar esta página",
    said: "Algo falló por nuestra parte. Los eventos de los sensores se siguen recibiendo. No se cambió nada.",
    again: "Reintentar",
  },
  ja: {
    lang: "ja",
    title: "このページを表示できませんでした",
    said: "システム側で問題が発生しました。センサーからのイベントは引き続き受信しています。何も変更していません。",
    again: "再試行",
  },
};

/** In the language of this browser: what was chosen in it, else what it asks for. */
export function globalErrorWords(): GlobalErrorWords {
  const cookie = (name: string) => new RegExp(`(?:^|; )${name}=([^;]*)`).exec(document.cookie)?.[1];
  return GLOBAL_ERROR_WORDS[preferencesFrom(cookie, navigator.languages.join()).language];
}
