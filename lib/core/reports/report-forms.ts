import type { MailContent } from "../notifications/mail";
import { escaped } from "../notifications/message-forms";
import type { Text } from "../text";
import type { ReportBody } from "./report-body";

interface Frame {
  readonly id: string;
  /** To the same figures on the page of history; null when the address of this installation is not known. */
  readonly link: string | null;
  /** Why it comes, and how it stops. */
  readonly footer: string;
  readonly t: Text;
}

/** A report as a mail: the same words as text and as HTML that fetches nothing. */
export const reportMail = (body: ReportBody, frame: Frame): MailContent => ({
  id: frame.id,
  subject: body.title,
  text: asText(body, frame),
  html: asHtml(body, frame),
  thread: null,
  attachments: body.attachments,
});

type Tile = ReportBody["tiles"][number];

const figureOf = ({ figure, unit }: Tile, t: Text) =>
  figure === "–" ? t("no data") : [figure, unit].filter(Boolean).join(" ");

const seen = (coverage: string, t: Text) => t("coverage {coverage}", { coverage });

function asText({ title, about, notes, tiles, lists }: ReportBody, { link, footer, t }: Frame): string {
  const figures = tiles.map((tile) =>
    [`${tile.name}: ${figureOf(tile, t)}`, tile.note, seen(tile.coverage, t)].filter(Boolean).join(" · "),
  );
  const listed = lists.flatMap(({ title: name, lines }) => [
    "",
    name,
    ...lines.map((line) => `  ${line.name}: ${line.value} · ${seen(line.coverage, t)}`),
  ]);
  const blocks = [[title, about], notes, [...figures, ...listed], link === null ? [] : [link], [footer]];
  const told = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
  return `${told.join("\n\n")}\n`;
}

const MUTED = "color:#5c6470";
const SMALL = `font-size:13px;line-height:18px;${MUTED}`;
const CELL = "padding:6px 12px 6px 0;vertical-align:baseline;border-top:1px solid #e3e6ea";
const WIDTHS = ["44%", "30%", "26%"];

interface Row {
  readonly name: string;
  /** Below the name; empty for nothing. */
  readonly note: string;
  readonly figure: string;
  readonly coverage: string;
  readonly isThin: boolean;
}

/** Three columns that fit a phone; all tables have the same. */
function tableOf(rows: readonly Row[], t: Text): string {
  const columns = WIDTHS.map((width) => `<col style="width:${width}">`).join("");
  const lines = rows.map(({ name, note, figure, coverage, isThin }) => {
    const below = note === "" ? "" : `<br><span style="${SMALL}">${escaped(note)}</span>`;
    const thin = isThin ? "font-weight:600;color:#8a4b00" : "";
    return [
      `<tr><th scope="row" align="left" style="${CELL};font-weight:400">${escaped(name)}${below}</th>`,
      `<td style="${CELL};font-weight:600">${escaped(figure)}</td>`,
      `<td style="${CELL};${SMALL};${thin}">${escaped(seen(coverage, t))}</td></tr>`,
    ].join("");
  });
  const style = "border-collapse:collapse;table-layout:fixed;width:100%;max-width:600px";
  return `<table cellspacing="0" style="${style}"><colgroup>${columns}</colgroup>${lines.join("")}</table>`;
}

function asHtml({ title, about, notes, tiles, lists }: ReportBody, { link, footer, t }: Frame): string {
  const figures = tiles.map((tile) => ({ ...tile, figure: figureOf(tile, t) }));
  const listed = lists.map(({ title: name, lines }) => {
    const rows = lines.map((line) => ({ ...line, note: "", figure: line.value, isThin: false }));
    return `<h2 style="font-size:15px;margin:24px 0 6px">${escaped(name)}</h2>${tableOf(rows, t)}`;
  });
  const linkWords = escaped(t("See these figures in History"));
  return [
    `<!doctype html><html lang="${t.locale}"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>`,
    '<body style="font:15px/1.5 system-ui,sans-serif;color:#1b1f24;background:#ffffff;margin:24px">',
    `<h1 style="font-size:20px;line-height:26px;margin:0">${escaped(title)}</h1>`,
    `<p style="${SMALL};margin:2px 0 16px">${escaped(about)}</p>`,
    ...notes.map((note) => `<p style="margin:0 0 12px">${escaped(note)}</p>`),
    tiles.length === 0 ? "" : tableOf(figures, t),
    ...listed,
    link === null
      ? ""
      : `<p style="margin:24px 0"><a href="${escaped(link)}" style="color:#3b46c4">${linkWords}</a></p>`,
    `<p style="${SMALL};margin:24px 0 0">${escaped(footer)}</p></body></html>`,
  ].join("");
}
