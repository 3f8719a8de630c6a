// What is new, as soon as it is: server-sent events. A browser opens few connections to one address, all its tabs taken
// together, so one tab listens and passes on what it hears; when it is closed, another listens.

export interface Heard {
  build: (build: number) => void
  show: (data: unknown) => void
  /** Whether the press is there. */
  there: (isThere: boolean) => void
}

/** What one tab tells the others. */
type Message = { event: 'build' | 'show' | 'there'; data: unknown }

export function listen(heard: Heard): void {
  const name = `press ${location.pathname}`
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : undefined
  channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => hear(data))
  if (!channel || !('locks' in navigator)) return openStream()
  // The lock is held as long as the tab is open.
  void navigator.locks.request(name, () => {
    openStream()
    return new Promise(() => undefined)
  })

  function openStream(): void {
    const stream = new EventSource('events')
    for (const event of ['build', 'show'] as const)
      stream.addEventListener(event, ({ data }) => tell({ event, data: JSON.parse(String(data)) }))
    stream.addEventListener('open', () => tell({ event: 'there', data: true }))
    stream.addEventListener('error', () => tell({ event: 'there', data: false }))
  }
  function tell(message: Message): void {
    hear(message)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin
    channel?.postMessage(message)
  }
  function hear({ event, data }: Message): void {
    if (event === 'build') heard.build(Number(data))
    else if (event === 'show') heard.show(data)
    else heard.there(data === true)
  }
}
