import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type SecondFactorRule, SignInRules } from "@/lib/core/second-factor-rule";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";
import { sendJson } from "./send-json";

const RULES = "/api/sign-in-rules";

/** What signing in asks for. */
export const useSignInRules = (initial: SignInRules) =>
  useQuery({
    queryKey: queryKeys.signInRules,
    queryFn: () => fetchJson(SignInRules, RULES),
    initialData: initial,
    refetchInterval: 30_000,
  });

export function useSetSignInRules() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (secondFactor: SecondFactorRule) => fetchJson(SignInRules, RULES, sendJson("PUT", { secondFactor })),
    onSuccess: (rules) => queryClient.setQueryData(queryKeys.signInRules, rules),
  });
}
