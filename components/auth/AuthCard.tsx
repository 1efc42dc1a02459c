import { Box, Center, Paper, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

interface AuthCardProps {
  title: string;
  /** What this page is for, in a sentence. */
  lead?: string;
  children: ReactNode;
}

/** The quiet page around signing in and setting up. */
export function AuthCard({ title, lead, children }: AuthCardProps) {
  return (
    <Center component="main" mih="100dvh" p={16} bg="var(--canvas)">
      <Paper w="100%" maw={392} p={32} radius={12} withBorder bg="var(--surface)" bd="1px solid var(--border)">
        <Stack gap={24}>
          <Stack gap={12}>
            <Mark />
            <Box>
              <Title order={1} fz={20} lh="24px" fw={600} c="var(--text)">
                {title}
              </Title>
              {lead && (
                <Text mt={4} fz={13} lh="20px" c="var(--muted)">
                  {lead}
                </Text>
              )}
            </Box>
          </Stack>
          {children}
        </Stack>
      </Paper>
    </Center>
  );
}

function Mark() {
  return (
    <svg width={36} height={36} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="var(--primary)" />
      <path
        d="M8 8h16v16H8zM8 15h7M15 8v3M15 15v9M20 19h.01"
        fill="none"
        stroke="var(--on-primary)"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
