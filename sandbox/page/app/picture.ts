/** Where the page gets a picture from: its own server, which asks the stand-ins. */
export const pictureUrl = (url: string): string => `/media?url=${encodeURIComponent(url)}`

export const avatarUrl = (user: string): string => `/avatar/${user}`
