"""What the people who run the server see of it: jobs, workers, parts, storage, versions, backups. No user's figures."""
