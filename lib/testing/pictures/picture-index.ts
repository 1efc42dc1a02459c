import type { Picture } from "./picture";

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const STYLE = `
body { margin: 0; padding: 24px; font: 14px/1.5 system-ui, sans-serif; color: #14181f; background: #f5f6f8 }
h2 { margin: 40px 0 12px; font-size: 18px }
h2 small { color: #5c6573; font-weight: 400 }
.row { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start }
figure { margin: 0 }
img { display: block; height: 360px; max-width: 100%; border: 1px solid #d3d8e0; background: #fff }
figcaption { color: #5c6573 }
.wrong { color: #b3261e }`;

const figure = ({ file, width, scheme, sideways }: Picture): string =>
  `<figure><a href="${file}"><img loading="lazy" src="${file}" alt="${width} px, ${scheme}"></a>
<figcaption>${width} px, ${scheme}${sideways > 0 ? ` <b class="wrong">${sideways} px too wide</b>` : ""}</figcaption></figure>`;

/** A page that shows all pictures side by side, a row for each view. */
export function pictureIndex(pictures: readonly Picture[], madeAt: Date): string {
  const rows = [...Map.groupBy(pictures, ({ view }) => view)].map(([view, ones]) => {
    const route = escaped(ones[0]?.route ?? "");
    return `<h2 id="${view}">${escaped(view)} <small>${route}</small></h2>
<div class="row">${ones.map(figure).join("\n")}</div>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pictures</title><style>${STYLE}</style>
<h1>Every page</h1><p>${pictures.length} pictures, made ${madeAt.toISOString().slice(0, 16).replace("T", " ")} UTC.</p>
${rows.join("\n")}</html>
`;
}
