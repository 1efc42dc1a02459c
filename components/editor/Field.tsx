import { TextInput } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import classes from "./Panel.module.css";

interface FieldProps {
  readonly label: string;
  readonly children: (id: string) => ReactNode;
}

/** A label with its input beside it. */
export function Field({ label, children }: FieldProps) {
  const id = useId();
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly maxLength?: number;
  /** Each letter. */
  readonly onChange: (value: string) => void;
  /** The typing is over. */
  readonly onDone: () => void;
}

/** While somebody types, what they typed is shown, even where it is not (yet) a value. */
export function TextField({ label, value, onChange, onDone, ...rest }: TextFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Field label={label}>
      {(id) => (
        <TextInput
          id={id}
          size="sm"
          autoComplete="off"
          data-1p-ignore
          value={typed ?? value}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            onChange(event.currentTarget.value);
          }}
          onBlur={() => {
            setTyped(null);
            onDone();
          }}
          {...rest}
        />
      )}
    </Field>
  );
}

interface NumberFieldProps {
  readonly label: string;
  /** Null shows an empty field. */
  readonly value: number | null;
  readonly unit: string;
  /** What an arrow key adds. */
  readonly step: number;
  readonly least?: number;
  readonly most?: number;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  /** Each number typed; null for an emptied field. */
  readonly onChange: (value: number | null) => void;
  readonly onDone: () => void;
}

/** "6,25" and "6.25" are the same. Undefined for what is no number. */
function numberOf(text: string): number | null | undefined {
  if (text.trim() === "") return null;
  const value = Number(text.replace(",", ".").replace(/\s/g, ""));
  return Number.isFinite(value) ? value : undefined;
}

/** A number with its unit. Arrow keys count; what is no number, or out of bounds, changes nothing. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, unit, step, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const offer = (next: number | null | undefined) => {
    if (next === undefined || (next !== null && (next < least || next > most))) return;
    props.onChange(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const way = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
    if (way === 0) return;
    event.preventDefault();
    const from = numberOf(typed ?? "") ?? value ?? 0;
    const next = Math.round((from + way * step * (event.shiftKey ? 10 : 1)) * 1000) / 1000;
    setTyped(null);
    offer(next);
  };
  return (
    <Field label={label}>
      {(id) => (
        <TextInput
          id={id}
          size="sm"
          inputMode="decimal"
          autoComplete="off"
          value={typed ?? (value === null ? "" : String(value))}
          placeholder={props.placeholder ?? ""}
          disabled={props.disabled ?? false}
          rightSection={<span className={classes.unit}>{unit}</span>}
          rightSectionWidth={unit.length > 2 ? 56 : 28}
          rightSectionPointerEvents="none"
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            offer(numberOf(event.currentTarget.value));
          }}
          onBlur={() => {
            setTyped(null);
            props.onDone();
          }}
        />
      )}
    </Field>
  );
}
