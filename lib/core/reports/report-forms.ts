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
const CELL = "padding:6px 16px 6px 0;vertical-align:baseline;border-top:1px solid #e3e6ea";

function asHtml({ title, about, notes, tiles, lists }: ReportBody, { link, footer, t }: Frame): string {
  const cell = (text: string, style = "") => `<td style="${CELL};${style}">${escaped(text)}</td>`;
  const head = (text: string) => `<th scope="row" align="left" style="${CELL};font-weight:400">${escaped(text)}</th>`;
  const table = (rows: readonly string[]) =>
    `<table cellspacing="0" style="border-collapse:collapse;width:100%;max-width:640px">${rows.join("")}</table>`;
  const figures = tiles.map((tile) => {
    const thin = tile.isThin ? "font-weight:600;color:#8a4b00" : MUTED;
    const figure = cell(figureOf(tile, t), "font-weight:600;font-size:17px;white-space:nowrap");
    return `<tr>${head(tile.name)}${figure}${cell(tile.note, MUTED)}${cell(seen(tile.coverage, t), thin)}</tr>`;
  });
  const listed = lists.map(({ title: name, lines }) => {
    const rows = lines.map(
      (line) =>
        `<tr>${head(line.name)}${cell(line.value, "font-weight:600")}${cell(seen(line.coverage, t), MUTED)}</tr>`,
    );
    return `<h2 style="font-size:15px;margin:24px 0 6px">${escaped(name)}</h2>${table(rows)}`;
  });
  return [
    `<!doctype html><html lang="${t.locale}"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>`,
    '<body style="font:15px/1.5 system-ui,sans-serif;color:#1b1f24;background:#ffffff;margin:24px">',
    `<h1 style="font-size:20px;margin:0">${escaped(title)}</h1><p style="${SMALL};margin:2px 0 16px">${escaped(about)}</p>`,
    ...notes.map((note) => `<p style="margin:0 0 12px">${escaped(note)}</p>`),
    tiles.length === 0 ? "" : table(figures),
    ...listed,
    link === null
      ? ""
      : `<p style="margin:24px 0"><a href="${escaped(link)}">${escaped(t("See these figures in History"))}</a></p>`,
    `<p style="${SMALL};margin:24px 0 0">${escaped(footer)}</p></body></html>`,
  ].join("");
}
