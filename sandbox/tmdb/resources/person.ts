import type { Person } from '../catalogue/people.ts'

/** Somebody in a list. */
export const personInList = ({ id, name, department, popularity }: Person) => ({
  adult: false,
  id,
  name,
  original_name: name,
  media_type: 'person',
  popularity,
  gender: 2,
  known_for_department: department,
  profile_path: null,
  known_for: [],
})
