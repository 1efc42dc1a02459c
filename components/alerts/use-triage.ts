import { useState } from "react";
import { tell, tellFailure, tellWithUndo } from "@/components/frame/tell";
import { useText } from "@/components/text/TextProvider";
import type { Person } from "@/lib/client/alert-actions";
import { useAlertActions } from "@/lib/client/use-alert-actions";
import type { Alert } from "@/lib/core/alert";
import type { AlertAction } from "@/lib/core/alert-requests";
import { doneWords } from "./action-words";

/** What is asked for before something can be done. */
export type Asking = "snooze" | "assign" | "maintenance" | null;

/** What can be done about alerts, wherever they are shown. */
export interface Triage {
  /** False for those who may only look. */
  readonly mayAct: boolean;
  readonly me: Person;
  readonly people: readonly Person[];
  /** Does it, and says so with a way back. Resolves to whether it was done. */
  readonly act: (alerts: readonly Alert[], action: AlertAction) => Promise<boolean>;
  readonly asking: Asking;
  readonly ask: (what: Asking) => void;
}

interface TriageProps extends Pick<Triage, "mayAct" | "me" | "people"> {
  /** Before something is done: these may leave the list. */
  readonly onAct: (alerts: readonly Alert[], action: AlertAction) => void;
}

export function useTriage({ mayAct, me, people, onAct }: TriageProps): Triage {
  const t = useText();
  const send = useAlertActions(me, people);
  const [asking, ask] = useState<Asking>(null);
  const act = async (alerts: readonly Alert[], action: AlertAction): Promise<boolean> => {
    ask(null);
    if (!mayAct || alerts.length === 0) return false;
    onAct(alerts, action);
    try {
      const { count, undo } = await send(alerts, action);
      const who = action.do === "assign" ? (people.find(({ id }) => id === action.assigneeId)?.name ?? null) : null;
      const words = count === 0 ? t("Nothing to do: it is so already.") : doneWords(action, count, who, t);
      if (undo) tellWithUndo(words, undo);
      else tell(words);
      return true;
    } catch (error) {
      tellFailure(error);
      return false;
    }
  };
  return { mayAct, me, people, act, asking, ask };
}
