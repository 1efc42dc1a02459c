import { FloorSkeleton } from "@/components/floor/FloorSkeleton";

export default function Loading() {
  return <FloorSkeleton />;
}
