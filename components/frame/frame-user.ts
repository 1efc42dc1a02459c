/** Who is signed in, as the frame shows it. */
export interface FrameUser {
  readonly name: string;
  readonly email: string;
  readonly role: string;
}
