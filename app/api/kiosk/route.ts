import { kioskDoor } from "@/lib/http/kiosk-door";

/** What the screen that asks is to show. */
export const GET = kioskDoor.read;

/** Gives a new screen its code and its cookie. */
export const POST = kioskDoor.pair;
