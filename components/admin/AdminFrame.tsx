"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { AppFrame } from "@/components/frame/AppFrame";
import type { FrameUser } from "@/components/frame/frame-user";
import classes from "./AdminFrame.module.css";

interface AdminFrameProps {
  readonly user: FrameUser;
  /** The pages above this one, from the top. */
  readonly trail?: readonly { readonly label: string; readonly href: string }[];
  readonly title: string;
  /** Beside the page, and what it is called; null when nothing is open. */
  readonly aside?: ReactNode;
  readonly asideLabel?: string;
  readonly onAsideClose?: () => void;
  readonly children: ReactNode;
}

const nothing = () => undefined;

/** The frame around an admin's page, with the way back up. */
export function AdminFrame(props: AdminFrameProps) {
  const { user, trail = [], title, aside = null, asideLabel = title, onAsideClose = nothing, children } = props;
  const header = (
    <div className={classes.trail}>
      {trail.map(({ label, href }) => (
        <span key={href} className={classes.step}>
          <Link href={href} className={classes.link}>
            {label}
          </Link>
          <span className={classes.slash} aria-hidden>
            /
          </span>
        </span>
      ))}
      <h1 className={classes.title}>{title}</h1>
    </div>
  );
  return (
    <AppFrame
      user={user}
      header={header}
      aside={aside}
      asideLabel={asideLabel}
      onAsideClose={onAsideClose}
      footer={null}
    >
      <div className={classes.page}>{children}</div>
    </AppFrame>
  );
}
