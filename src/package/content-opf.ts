// The package document (EJS): what the edition says of itself and nothing it does not, what is in the file, in which order
// it is read. https://www.w3.org/TR/epub-33/#sec-package-doc
export const contentOpf = `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="identifier" xml:lang="<%= lang %>"<% if (press.faces.length > 0) { %> prefix="ibooks: http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/"<% } %>>
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="identifier"><%= press.identifier %></dc:identifier>
<dc:title id="title"><%= title %></dc:title>
<meta refines="#title" property="title-type">main</meta>
<% if (press.edition.subtitle) { -%>
<dc:title id="subtitle"><%= press.edition.subtitle %></dc:title>
<meta refines="#subtitle" property="title-type">subtitle</meta>
<% } -%>
<% if (press.edition.part) { -%>
<meta id="whole" property="belongs-to-collection"><%= title %></meta>
<meta refines="#whole" property="collection-type">set</meta>
<% if (/^\\d+$/u.test(press.edition.part)) { -%>
<meta refines="#whole" property="group-position"><%= press.edition.part %></meta>
<% } } -%>
<% press.creators.forEach((author, index) => { -%>
<dc:creator id="author-<%= index + 1 %>"><%= author.name %></dc:creator>
<meta refines="#author-<%= index + 1 %>" property="file-as"><%= author.fileAs %></meta>
<meta refines="#author-<%= index + 1 %>" property="role" scheme="marc:relators">aut</meta>
<% }) -%>
<dc:language><%= lang %></dc:language>
<% if (press.description) { -%>
<dc:description><%= press.description %></dc:description>
<% } -%>
<% if (press.date) { -%>
<dc:date><%= press.date %></dc:date>
<% } -%>
<% if (press.edition.publisher) { -%>
<dc:publisher><%= press.edition.publisher %></dc:publisher>
<% } -%>
<% if (press.edition.rights) { -%>
<dc:rights><%= press.edition.rights %></dc:rights>
<% } -%>
<% if (press.edition.sourcePublication) { -%>
<dc:source><%= press.edition.sourcePublication %></dc:source>
<% } -%>
<meta property="dcterms:modified"><%= press.modified %></meta>
<% if (press.printPages.length > 0) { -%>
<meta property="pageBreakSource"><%= press.printSource %></meta>
<% } -%>
<% for (const mode of press.claims.modes) { -%>
<meta property="schema:accessMode"><%= mode %></meta>
<% } -%>
<meta property="schema:accessModeSufficient"><%= press.claims.sufficient %></meta>
<% for (const feature of press.claims.features) { -%>
<meta property="schema:accessibilityFeature"><%= feature %></meta>
<% } -%>
<meta property="schema:accessibilityHazard"><%= press.claims.hazard %></meta>
<meta property="schema:accessibilitySummary" xml:lang="en"><%= press.claims.summary %></meta>
<% if (press.faces.length > 0) { -%>
<meta property="ibooks:specified-fonts">true</meta>
<% } -%>
<% if (press.coverIndex !== undefined) { -%>
<meta name="cover" content="picture-<%= press.coverIndex + 1 %>"/>
<% } -%>
</metadata>
<manifest>
<item id="contents" href="toc.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="style" href="style.css" media-type="text/css"/>
<% content.forEach((chapter, index) => { -%>
<item id="chapter-<%= index + 1 %>" href="<%= chapter.filename %>" media-type="application/xhtml+xml"<% if (chapter.drawn) { %> properties="svg"<% } %>/>
<% }) -%>
<% press.pictures.forEach((picture, index) => { -%>
<item id="picture-<%= index + 1 %>" href="images/<%= picture.name %>" media-type="<%= picture.type %>"<% if (index === press.coverIndex) { %> properties="cover-image"<% } %>/>
<% }) -%>
<% press.faces.forEach((face, index) => { -%>
<item id="face-<%= index + 1 %>" href="fonts/<%= face.filename %>" media-type="font/ttf"/>
<% }) -%>
</manifest>
<spine toc="ncx">
<% content.forEach((chapter, index) => { if (chapter.matter === 'frontmatter') { -%>
<itemref idref="chapter-<%= index + 1 %>"/>
<% } }) -%>
<itemref idref="contents"/>
<% content.forEach((chapter, index) => { if (chapter.matter !== 'frontmatter') { -%>
<itemref idref="chapter-<%= index + 1 %>"/>
<% } }) -%>
</spine>
<% const cover = press.landmarks.find((d) => d.type === 'cover'); if (cover) { -%>
<guide>
<reference type="cover" title="<%= cover.title %>" href="<%= cover.href %>"/>
</guide>
<% } -%>
</package>
`
