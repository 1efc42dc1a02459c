import { AppError } from "@/lib/core/errors";
import type { VendorId } from "@/lib/core/observation";
import { SecretSlot, Vendor } from "@/lib/core/vendor";

/** The vendor that an address names. Throws `not-found`. */
export function vendorOrThrow(name: string): VendorId {
  const vendor = Vendor.safeParse(name);
  if (!vendor.success) throw new AppError("not-found", "There is no such vendor.");
  return vendor.data;
}

/** The slot that an address names. Throws `not-found`. */
export function slotOrThrow(name: string): SecretSlot {
  const slot = SecretSlot.safeParse(name);
  if (!slot.success) throw new AppError("not-found", "A secret is primary or next.");
  return slot.data;
}
