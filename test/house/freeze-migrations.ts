import { freeze } from './migrations.ts'

freeze()
