import type { Message } from "./message";

/** As plain text: lines. */
export const asText = ({ title, rows, link }: Message): string =>
  [title, "", ...rows.map(({ label, text }) => `${label}: ${text}`), ...(link === null ? [] : ["", link])].join("\n");

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
/** Text as HTML that means nothing but itself. */
export const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** As a mail's HTML: nothing is fetched, and whatever vendors wrote is text. */
export function asHtml({ title, rows, link, linkWords }: Message): string {
  const cell = "padding:2px 16px 2px 0;vertical-align:top";
  const lines = rows.map(
    ({ label, text }) =>
      `<tr><th scope="row" align="left" style="${cell};font-weight:400;color:#5c6470">${escaped(label)}</th><td style="${cell}">${escaped(text)}</td></tr>`,
  );
  return [
    '<!doctype html><html lang="en"><body style="font:15px/1.5 system-ui,sans-serif;color:#1b1f24;margin:24px">',
    `<h1 style="font-size:18px;margin:0 0 12px">${escaped(title)}</h1>`,
    `<table role="presentation" cellspacing="0">${lines.join("")}</table>`,
    link === null ? "" : `<p><a href="${escaped(link)}">${escaped(linkWords)}</a></p>`,
    "</body></html>",
  ].join("");
}

const slackText = (text: string) => text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);

/** For Slack's incoming webhooks. What vendors wrote is plain text: it mentions nobody and links nowhere. */
export function asSlack({ title, rows, link, linkWords }: Message): object {
  const plain = (text: string) => ({ type: "plain_text", text, emoji: false });
  return {
    text: slackText(title),
    blocks: [
      { type: "header", text: plain(title.slice(0, 150)) },
      ...(rows.length === 0
        ? []
        : [
            {
              type: "section",
              text: plain(
                rows
                  .map(({ label, text }) => `${label}: ${text}`)
                  .join("\n")
                  .slice(0, 3_000),
              ),
            },
          ]),
      ...(link === null
        ? []
        : [{ type: "section", text: { type: "mrkdwn", text: `<${slackText(link)}|${slackText(linkWords)}>` } }]),
    ],
  };
}

/** For the incoming webhooks of Teams (Workflows): an Adaptive Card whose texts are runs, which know no Markdown. */
export function asTeams({ title, rows, link, linkWords }: Message): object {
  const run = (text: string, more: object = {}) => ({
    type: "RichTextBlock",
    inlines: [{ type: "TextRun", text, ...more }],
  });
  const content = {
    type: "AdaptiveCard",
    version: "1.4",
    body: [
      run(title, { size: "Medium", weight: "Bolder" }),
      ...rows.map(({ label, text }) => run(`${label}: ${text}`)),
    ],
    ...(link !== null && { actions: [{ type: "Action.OpenUrl", title: linkWords, url: link }] }),
  };
  return {
    type: "message",
    attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content }],
  };
}

/** For programs: what a signed webhook carries. */
export const asEvent = ({ type, title, link, data }: Message, at: Date): object => ({
  type,
  timestamp: at.toISOString(),
  data: { title, link, ...data },
});

/** For public/sw.js; push services take about 3 kB. */
export const asPush = ({ type, title, rows, path, alertId }: Message): object => ({
  title: title.slice(0, 200),
  body: rows
    .slice(0, 3)
    .map(({ text }) => text)
    .join("\n")
    .slice(0, 500),
  tag: alertId === null ? type : `alert-${alertId}`,
  url: path,
});
