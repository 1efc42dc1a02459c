/** Languages the interface can speak; English is the one it is written in. */
export type Locale = "en" | "de" | "fr" | "es" | "ja";
