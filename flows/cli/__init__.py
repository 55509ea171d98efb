"""The command line, a module a job: `app` has the commands, the others do what one of them needs."""
