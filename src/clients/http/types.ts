/** What every call to the outside may be given. */
export type CallOptions = Readonly<{
  /** Gives the call up; it then throws a Fault of kind `timeout` with the code `aborted`. */
  signal?: AbortSignal
}>

/** One request, with the words that a Fault needs to speak of it. */
export type Call = CallOptions &
  Readonly<{
    /** The service in the reader's words, as in `FaultFacts`. */
    service: string
    /** What is being done, as in `FaultFacts`. */
    operation: string
    url: URL
    method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
    headers?: Readonly<Record<string, string>>
    /** Sent as JSON. */
    body?: unknown
    /** Keys and tokens of this call: taken out of whatever the service says before it is repeated in a Fault. */
    secrets?: readonly string[]
    /** Real milliseconds for the whole call, body included. 10 s when not given. */
    deadlineMs?: number
    /** How many bytes of body are read at most, counted after decompression. 16 MiB when not given. */
    maxBytes?: number
    /**
     * How many redirects of a GET are followed; none when not given. To another origin no header of the call goes
     * along but `accept`, and never from https to http.
     */
    redirects?: number
  }>

/** What came back, whatever its status but a redirect. */
export type Answer = Readonly<{
  status: number
  /** Header names are in lower case; a header that came several times is joined with commas. */
  headers: Readonly<Record<string, string>>
  text: string
}>

/** The one way to the network for every client but Discord's. */
export type Http = {
  /** @throws Fault when there is no whole answer, or it is a redirect, or it is too large */
  send(call: Call): Promise<Answer>
  /** Ends idle connections; calls under way are finished. */
  close(): Promise<void>
}
