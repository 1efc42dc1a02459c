import { Box, Center, Paper, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Logo } from "@/components/frame/Logo";
import { QuietLanguageSelect } from "@/components/text/LanguageSelect";

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
            <Logo size={36} />
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
          <QuietLanguageSelect />
        </Stack>
      </Paper>
    </Center>
  );
}
