import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { VendorId } from "@/lib/core/observation";
import { type SecretSlot, VendorDetail } from "@/lib/core/vendor";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";

export type SecretStep =
  | { readonly kind: "set"; readonly slot: SecretSlot; readonly secret: string }
  | { readonly kind: "promote" }
  | { readonly kind: "remove"; readonly slot: SecretSlot };

function request(vendor: VendorId, step: SecretStep): [url: string, init: RequestInit] {
  const secrets = `/api/vendors/${vendor}/secrets`;
  switch (step.kind) {
    case "set": {
      const headers = { "content-type": "application/json" };
      return [`${secrets}/${step.slot}`, { method: "PUT", headers, body: JSON.stringify({ secret: step.secret }) }];
    }
    case "promote":
      return [`${secrets}/promote`, { method: "POST" }];
    case "remove":
      return [`${secrets}/${step.slot}`, { method: "DELETE" }];
  }
}

/** Sets, promotes or removes a secret; what the server answers is on screen at once. */
export function useChangeSecret(vendor: VendorId) {
  const queryClient = useQueryClient();
  const queryKey = queryKeys.vendor(vendor);
  return useMutation({
    mutationFn: (step: SecretStep) => fetchJson(VendorDetail, ...request(vendor, step)),
    onSuccess: async (answer) => {
      await queryClient.cancelQueries({ queryKey }); // an answer on its way is older than this one
      queryClient.setQueryData(queryKey, answer);
    },
  });
}
