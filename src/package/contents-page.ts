// The navigation document (EJS): nested contents for everybody, landmarks and the pages of the print
// edition for reading systems.
// https://www.w3.org/TR/epub-33/#sec-nav
export const contentsPage = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="<%= lang %>" xml:lang="<%= lang %>">
<head>
<meta charset="UTF-8"/>
<title><%= tocTitle %></title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body epub:type="frontmatter">
<% const here = press.printPages.filter((page) => page.href.startsWith('toc.xhtml'))
const marked = (found) => found.map(({ id, label }) => '<span epub:type="pagebreak" role="doc-pagebreak" id="' + id + '" aria-label="' + label + '"></span>').join('') -%>
<%- marked(here.filter((page) => !page.entry)) %>
<nav epub:type="toc" role="doc-toc" id="contents" aria-labelledby="contents-heading">
<h1 id="contents-heading"><%= tocTitle %></h1>
<% const list = (entries) => { -%>
<ol>
<% for (const entry of entries) { -%>
<li><a href="<%= entry.href %>"><%- marked(here.filter((page) => page.entry && entry.href.split(/[#.]/u).includes(page.entry))) %><%= entry.title %></a>
<% if (entry.entries.length > 0) list(entry.entries) -%>
</li>
<% } -%>
</ol>
<% }
list(press.outline) -%>
</nav>
<nav epub:type="landmarks" id="landmarks" hidden="hidden">
<ol>
<% for (const landmark of press.landmarks) { -%>
<li><a epub:type="<%= landmark.type %>" href="<%= landmark.href %>"><%= landmark.title %></a></li>
<% } -%>
</ol>
</nav>
<% if (press.printPages.length > 0) { -%>
<nav epub:type="page-list" role="doc-pagelist" id="pages" hidden="hidden">
<ol>
<% for (const page of press.printPages) { -%>
<li><a href="<%= page.href %>"><%= page.label %></a></li>
<% } -%>
</ol>
</nav>
<% } -%>
</body>
</html>
`
