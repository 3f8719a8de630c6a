// The NCX (EJS): the same contents for readers of 2010. https://idpf.org/epub/20/spec/OPF_2.0.1_draft.htm#Section2.4.1
export const contentsNcx = `<?xml version="1.0" encoding="UTF-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="<%= lang %>">
<head>
<meta name="dtb:uid" content="<%= press.identifier %>"/>
<meta name="dtb:depth" content="<%= press.depth %>"/>
<meta name="dtb:totalPageCount" content="0"/>
<meta name="dtb:maxPageNumber" content="0"/>
</head>
<docTitle><text><%= title %></text></docTitle>
<navMap>
<% let order = 0
const list = (entries) => { for (const entry of entries) { order += 1 -%>
<navPoint id="entry-<%= order %>" playOrder="<%= order %>">
<navLabel><text><%= entry.title %></text></navLabel>
<content src="<%= entry.href %>"/>
<% list(entry.entries) -%>
</navPoint>
<% } }
list(press.outline) -%>
</navMap>
</ncx>
`
