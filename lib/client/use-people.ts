import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ResetLink } from "@/lib/core/password-reset";
import { PeopleList, type PersonChange, PersonSummary } from "@/lib/core/person";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";
import { sendJson } from "./send-json";

const POLL_MS = 30_000;

/** Everybody, kept up to date. */
export function usePeople(initial: PeopleList) {
  const { data, isError, dataUpdatedAt } = useQuery({
    queryKey: queryKeys.people,
    queryFn: () => fetchJson(PeopleList, "/api/people"),
    initialData: initial,
    refetchInterval: POLL_MS,
  });
  return { data, staleSince: isError ? dataUpdatedAt : null };
}

export interface PersonStep {
  readonly personId: string;
  readonly change: PersonChange | "remove-second-factor";
}

/** A link for a new password; the answer is the only time it is told. */
export const useMakeResetLink = (personId: string) =>
  useMutation({ mutationFn: () => fetchJson(ResetLink, `/api/people/${personId}/reset-link`, { method: "POST" }) });

/** Changes a person; what the server answers is on screen at once. */
export function useChangePerson() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ personId, change }: PersonStep) =>
      change === "remove-second-factor"
        ? fetchJson(PersonSummary, `/api/people/${personId}/second-factor`, { method: "DELETE" })
        : fetchJson(PersonSummary, `/api/people/${personId}`, sendJson("PATCH", change)),
    onSuccess: async (person) => {
      await queryClient.cancelQueries({ queryKey: queryKeys.people }); // an answer on its way is older than this one
      queryClient.setQueryData<PeopleList>(
        queryKeys.people,
        (list) => list && { ...list, items: list.items.map((item) => (item.id === person.id ? person : item)) },
      );
      await queryClient.invalidateQueries({ queryKey: queryKeys.sessions(person.id) });
      await queryClient.invalidateQueries({ queryKey: queryKeys.invites });
    },
  });
}
