// The page of a chapter (EJS, filled by epub-gen-memory). `<%= %>` escapes; only the chapter's own XHTML goes in as it is.
export const chapterPage = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="<%= lang %>" xml:lang="<%= lang %>">
<head>
<meta charset="UTF-8"/>
<title><%= title %></title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body epub:type="<%= matter %>">
<%- content %>
</body>
</html>
`
