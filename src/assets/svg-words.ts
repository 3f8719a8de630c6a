// The words of SVG that a still drawing needs. What is not in these lists is refused: script, animation, embedded HTML,
// pictures in pictures, links and event handlers have no place on paper.

/** Elements that draw, or hold what draws. */
export const ELEMENTS: ReadonlySet<string> = new Set(
  `svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath clipPath mask
  pattern marker linearGradient radialGradient stop style filter feBlend feColorMatrix feComponentTransfer feComposite
  feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG
  feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile
  feTurbulence`.split(/\s+/u)
)

/** Attributes that say where, how large and in what colour. */
export const ATTRIBUTES: ReadonlySet<string> = new Set(
  `alignment-baseline amplitude azimuth baseFrequency baseline-shift bias class clip-path clip-rule clipPathUnits color
  color-interpolation color-interpolation-filters cx cy d diffuseConstant direction display divisor dominant-baseline
  dx dy edgeMode elevation exponent fill fill-opacity fill-rule filter filterUnits flood-color flood-opacity font-family
  font-size font-size-adjust font-stretch font-style font-variant font-weight fr fx fy gradientTransform gradientUnits
  height href id image-rendering in in2 intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength lang lengthAdjust
  letter-spacing lighting-color limitingConeAngle marker-end marker-mid marker-start markerHeight markerUnits
  markerWidth mask maskContentUnits maskUnits method mode numOctaves offset opacity operator order orient overflow
  paint-order pathLength patternContentUnits patternTransform patternUnits points pointsAtX pointsAtY pointsAtZ
  preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY result role rotate rx ry scale seed
  shape-rendering side slope spacing specularConstant specularExponent spreadMethod startOffset stdDeviation
  stitchTiles stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
  stroke-miterlimit stroke-opacity stroke-width style surfaceScale tableValues targetX targetY text-anchor
  text-decoration text-rendering textLength transform transform-origin type unicode-bidi values vector-effect version
  viewBox visibility width word-spacing writing-mode x x1 x2 xChannelSelector xlink:href xml:lang xml:space xmlns
  xmlns:xlink y y1 y2 yChannelSelector z baseProfile enable-background`.split(/\s+/u)
)

/**
 * Names of functions in values and style rules. Those that could fetch, such as `image-set`, are not among them; `url`
 * passes only where it names a part of the drawing.
 */
export const FUNCTIONS: ReadonlySet<string> = new Set(
  `rgb rgba hsl hsla matrix translate translatex translatey scale scalex scaley rotate skewx skewy calc blur
  not nth-child nth-of-type`.split(/\s+/u)
)
