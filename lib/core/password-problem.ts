import { text } from "./text";

export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 128;

const COMMON_WORDS = new Set(
  `password passwort passwd passphrase secret letmein welcome admin administrator root user guest login
  qwerty qwertyuiop qwertyuiopasdf qwertyuiopasdfghjkl asdfghjkl zxcvbnm zaqwsx qazwsx qazwsxedc qazwsxedcrfv iloveyou
  monkey dragon football baseball basketball superman batman princess sunshine shadow master michael jordan
  trustno starwars pokemon whatever hello freedom charlie computer internet killer abc abcd abcdef abcdefg abcdefgh
  changeme default temp temporary test testing demo example company office dashboard occupancy summer winter
  spring autumn january monday correcthorsebatterystaple thequickbrownfox`.split(/\s+/),
);

/** What the rules below let through of the 10,000 passwords most used (counted by zxcvbn-ts, MIT): nobody may use these. */
const COMMON_PASSWORDS = new Set(
  `123qweasdzxc 1qaz2wsx3edc q1w2e3r4t5y6 1q2w3e4r5t6y mailcreated5240 polniypizdec0211 sojdlg123aljg leavemealone
  motherfucker 123456654321 gfhjkmgfhjkm ghjcnjgfhjkm zxcasdqwe123 sonyericsson ghhh47hj7649 1qazxsw23edc masterbating
  qwerasdfzxcv qweasdzxc123 flvbybcnhfnjh`.split(/\s+/),
);

const PLAIN: Record<string, string> = { "@": "a", "4": "a", "3": "e", "1": "i", "!": "i", "0": "o", $: "s", "5": "s" };

/** Why this password may not be used, as a sentence; null when it may. Runs in the browser and on the server. */
export function passwordProblem(password: string, email = ""): string | null {
  const length = [...password].length;
  if (length < MIN_PASSWORD) return text("Use at least 12 characters.");
  if (length > MAX_PASSWORD) return text("Use at most 128 characters.");
  const lower = password.toLowerCase();
  const name = email.toLowerCase().split("@")[0] ?? "";
  if (name.length >= 4 && strip(lower) === strip(name)) return text("Do not use your e-mail address as password.");
  if (lower === email.toLowerCase()) return text("Do not use your e-mail address as password.");
  if (isCommon(lower)) return text("This password is easy to guess. A few unrelated words are better.");
  return null;
}

function isCommon(lower: string): boolean {
  if (COMMON_PASSWORDS.has(lower)) return true;
  const word = strip(lower);
  return [lower, word, plain(word)]
    .filter((part) => part !== "")
    .map(smallestPeriod)
    .some((unit) => unit.length <= 3 || isRun(unit) || COMMON_WORDS.has(unit));
}

/** Without the digits and signs people put around a word. */
const strip = (word: string): string => word.replace(/^\P{L}+|\P{L}+$/gu, "");

const plain = (word: string): string => [...word].map((sign) => PLAIN[sign] ?? sign).join("");

/** "abcabcabc" is as good as "abc". */
function smallestPeriod(word: string): string {
  const at = (word + word).indexOf(word, 1);
  return word.slice(0, at);
}

/** Neighbouring characters all the way: 123456789012, abcdefghijkl, 987654321098. */
function isRun(word: string): boolean {
  const steps = [...word].slice(1).map((sign, i) => sign.charCodeAt(0) - word.charCodeAt(i));
  const even = (step: number) => steps.every((s) => s === step || s === -9 * step || s === 0);
  return even(1) || even(-1);
}
