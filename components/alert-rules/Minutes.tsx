import { NumberInput } from "@mantine/core";

interface MinutesProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (minutes: number) => void;
}

/** A length of time that is typed, min. */
export const Minutes = ({ label, value, onChange }: MinutesProps) => (
  <NumberInput
    label={label}
    min={0}
    max={10_080}
    allowDecimal={false}
    value={value}
    onChange={(typed) => onChange(typeof typed === "number" ? typed : 0)}
  />
);
