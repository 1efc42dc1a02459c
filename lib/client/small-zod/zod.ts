export * as z from "./words";
