// The NCX (EJS): the same contents for readers of 2010. https://idpf.org/epub/20/spec/OPF_2.0.1_draft.htm#Section2.4.1
export const contentsNcx = `<?xml version="1.0" encoding="UTF-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="<%= lang %>">
<head>
<meta name="dtb:uid" content="<%= press.identifier %>"/>
<meta name="dtb:depth" content="<%= press.depth %>"/>
<meta name="dtb:totalPageCount" content="<%= press.printPages.length %>"/>
<meta name="dtb:maxPageNumber" content="<%= Math.max(0, ...press.printPages.map((d) => Number(d.label) || 0)) %>"/>
</head>
<docTitle><text><%= title %></text></docTitle>
<navMap>
<% let count = 0
const list = (entries) => { for (const entry of entries) { count += 1 -%>
<navPoint id="entry-<%= count %>" playOrder="<%= press.order.get(entry.href) %>">
<navLabel><text><%= entry.title %></text></navLabel>
<content src="<%= entry.href %>"/>
<% list(entry.entries) -%>
</navPoint>
<% } }
list(press.outline) -%>
</navMap>
<% if (press.printPages.length > 0) { -%>
<pageList>
<% press.printPages.forEach((page, index) => { -%>
<pageTarget id="target-<%= index + 1 %>" type="<%= /^\\d/u.test(page.label) ? 'normal' : 'front' %>" value="<%= index + 1 %>" playOrder="<%= press.order.get(page.href) %>">
<navLabel><text><%= page.label %></text></navLabel>
<content src="<%= page.href %>"/>
</pageTarget>
<% }) -%>
</pageList>
<% } -%>
</ncx>
`
