// The smallest pictures of each kind, three pixels wide and two high.
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAAAAAC4HznGAAAAEElEQVR4nGNgaPjP8L+BAQAMAAL/qg5+vgAAAABJRU5ErkJggg=='
const JPEG =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/wAALCAACAAMBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAABf/EABoQAAEFAQAAAAAAAAAAAAAAAAQAAhVUk9H/2gAIAQEAAD8ADkj7pOrur//Z'
const GIF = 'R0lGODlhAwACAPAAAP8AAAAA/yH5BAAAAAAALAAAAAADAAIAAAIDhIMFADs='
const WEBP =
  'UklGRj4AAABXRUJQVlA4IDIAAAAwAgCdASoDAAIAAgA0JaACdLoB+AADISoiEAD++33iaLPl9/bsFnLq//G7cYb70AAAAA=='

/** Their bytes, whole. */
export const PICTURES = {
  png: Buffer.from(PNG, 'base64'),
  jpeg: Buffer.from(JPEG, 'base64'),
  gif: Buffer.from(GIF, 'base64'),
  webp: Buffer.from(WEBP, 'base64')
} as const
